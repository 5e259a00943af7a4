import type { Wave } from '#lib/world/pilot';
import { amountWords } from '../portal/amounts';

export const waveKinds = [
	{ value: 'number', label: 'A number of people' },
	{ value: 'groups', label: 'Groups' },
	{ value: 'rule', label: 'A dynamic rule' }
] as const;

/** What a wave becomes when another kind is chosen for it. */
export function waveOf(kind: string): Wave['who'] {
	if (kind === 'groups') return { is: 'groups', groups: [] };
	if (kind === 'rule') return { is: 'rule', rule: 'user.department -eq "Sales"' };
	return { is: 'number', count: 20 };
}

/** Who comes, in words; groups by their names. */
export function whoWords({ who }: Wave, names: ReadonlyMap<number, string>): string {
	if (who.is === 'rule') return `Whoever meets ${who.rule}`;
	if (who.is === 'groups')
		return `Members of ${who.groups.map((slot) => names.get(slot) ?? `group ${slot}`).join(', ')}`;
	return who.count === null ? 'Everybody who is left' : `The next ${amountWords(who.count, 'person', 'people')}`;
}
