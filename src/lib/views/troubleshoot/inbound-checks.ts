import { inboundFlags } from '#lib/world/inbound/flags';
import { check, type Check } from './check';
import type { Situation } from './situation';

function flagsOf({ world, app }: Situation, rule: string): string[] {
	return inboundFlags(world.sim)
		.filter((flag) => flag.rule === rule && flag.app === app.key)
		.map(({ text }) => text);
}

/** H-321: what is written back and read again, so that each side overwrites the other. */
export function loopCheck(situation: Situation): Check | null {
	if (situation.profile.template?.target !== 'hr') return null;
	const found = flagsOf(situation, 'H-321');
	return check({
		id: 'loop',
		looked: 'Values that both directions write',
		verdict: found.length === 0 ? 'in order' : 'cause',
		rule: 'H-321',
		sentence: found.join(' ') || 'No attribute is written back to a field from which an inbound job writes it.',
		mend: { to: 'mappings', label: 'Attribute Mapping' }
	});
}

/** H-443: workers who come to Microsoft Entra ID by two ways. */
export function twoWaysCheck(situation: Situation): Check | null {
	const { template } = situation.profile;
	if (template?.source !== 'hr' || template.target !== 'entra') return null;
	const found = flagsOf(situation, 'H-443');
	return check({
		id: 'two ways',
		looked: 'Other jobs of the same workers',
		verdict: found.length === 0 ? 'in order' : 'cause',
		rule: 'H-443',
		sentence: found.join(' ') || 'No other job provisions the same workers to Active Directory.',
		mend: { to: 'overview', label: 'Provisioning' }
	});
}
