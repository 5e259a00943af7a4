import { textOf } from '#lib/engine/mapping';
import type { Json } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import type { Sandbox } from '../run/sandbox';
import { count, said, type Answer, type Answers, type Asked } from './answer';

/** How the directory was when the sandbox began. */
function atStart<T>(sandbox: Sandbox, read: () => T): T {
	return sandbox.world.at({ seq: 0 }, read);
}

function user(sandbox: Sandbox, slot: number): UserRow | null {
	const row = sandbox.sim.tables.users.get(slot);
	return row && row.softDeletedAt === null ? row : null;
}

/** A value as a script writes it. */
export function valueText(value: Json | undefined): Answer {
	if (value === null || value === undefined || typeof value === 'string' || Array.isArray(value)) return said(value);
	return said(
		typeof value === 'object' ? JSON.stringify(value) : typeof value === 'boolean' ? String(value) : textOf(value)
	);
}

function shown(sandbox: Sandbox, name: string, value: Json | undefined): Answer {
	if (name === 'manager' && typeof value === 'number') return said(sandbox.names.label({ kind: 'user', slot: value }));
	return valueText(value);
}

/** The answer, which may also be compared with what there was at the start. */
export function unchangedOr(sandbox: Sandbox, now: Answer, read: () => unknown): Answer {
	const isSame = () => JSON.stringify(atStart(sandbox, read)) === JSON.stringify(read());
	return {
		...now,
		equals: (expected) =>
			expected === 'unchanged' ? isSame() : now.equals ? now.equals(expected) : expected === now.text
	};
}

function attributeOf(sandbox: Sandbox, row: UserRow, name: string): Json | undefined {
	if (name === 'source') return row.attrs.dirSyncEnabled === true ? 'on-premises' : 'cloud';
	if (name === 'upnReplaced') {
		const { onPremisesUserPrincipalName: before, userPrincipalName: now } = row.attrs;
		return typeof before === 'string' && before !== now;
	}
	return row.attrs[name];
}

function persons(sandbox: Sandbox): UserRow[] {
	const { size } = sandbox.names;
	return [...sandbox.sim.tables.users.all()].filter(
		({ slot, softDeletedAt, attrs }) =>
			softDeletedAt === null &&
			attrs.userType !== 'Guest' &&
			(slot < size || /^N?\d+$/.test(sandbox.names.label({ kind: 'user', slot })))
	);
}

function ofOne(asked: Asked): Answer {
	const { sandbox, path } = asked;
	const name = asked.argument(0, 'a person').value;
	const slot = sandbox.names.user(name);
	const row = slot === undefined ? null : user(sandbox, slot);
	const [attribute] = path;
	const now =
		row === null
			? said(null)
			: attribute === undefined
				? { text: 'present' }
				: shown(sandbox, attribute, attributeOf(sandbox, row, attribute));
	return unchangedOr(sandbox, now, () => {
		const attrs = slot === undefined ? undefined : sandbox.sim.tables.users.get(slot)?.attrs;
		return attribute === undefined ? attrs : attrs?.[attribute];
	});
}

export const directory: Answers = {
	entra(asked) {
		const { sandbox, parts, path } = asked;
		if (asked.head.args) return ofOne(asked);
		if (path[0] === 'users') {
			const now = persons(sandbox).length;
			const before = atStart(sandbox, () => persons(sandbox).length);
			return {
				text: String(now),
				equals: (expected) => (expected === 'unchanged' ? now === before : expected === String(now))
			};
		}
		const [condition] = parts[1]?.args ?? [];
		if (path[0] !== 'count' || !condition?.key) throw asked.unknown(`entra.${path[0] ?? ''}`);
		const { key, value } = condition;
		const matching = persons(sandbox).filter(
			(row) => shown(sandbox, key, attributeOf(sandbox, row, key)).text === value
		);
		return count(matching.length);
	}
};
