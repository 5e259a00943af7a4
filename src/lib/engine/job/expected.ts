import type { EraProfile } from '../eras';
import type { ConfigRow } from './records';

/** How many minutes the documentation expects of an initial cycle, and the rule that says so. */
export interface Expected {
	readonly from: number;
	readonly to: number;
	readonly rule: string;
}

type Scope = 'assigned' | 'users and groups' | 'users';
interface TableRow extends Expected {
	readonly upTo: number;
}

const row = (upTo: number, from: number, to: number, rule: string): TableRow => ({ upTo, from, to, rule });

/** C-428 to C-435: the table of the documentation of 2021 to 2023, by the number of objects. */
const table: Readonly<Record<Scope, readonly TableRow[]>> = {
	assigned: [row(1_000, 0, 30, 'C-428'), row(10_000, 142, 708, 'C-429'), row(100_000, 1_170, 2_340, 'C-430')],
	'users and groups': [row(1_000, 0, 30, 'C-431'), row(10_000, 0, 120, 'C-432'), row(100_000, 713, 1_425, 'C-433')],
	users: [row(1_000, 0, 30, 'C-434'), row(10_000, 43, 86, 'C-435')]
};

function scopeOf({ scopeMode, groups }: Pick<ConfigRow, 'scopeMode' | 'groups'>): Scope {
	return scopeMode === 'assigned' ? 'assigned' : groups?.enabled ? 'users and groups' : 'users';
}

/** C-424, C-425, and the table where it was the documentation; the formula stands in where the table has no row. */
export function expectedMinutes(
	era: EraProfile,
	config: Pick<ConfigRow, 'scopeMode' | 'groups'>,
	objects: number
): Expected {
	const listed = era.durationTable ? table[scopeOf(config)].find(({ upTo }) => objects < upTo) : undefined;
	return listed ?? { from: objects * 0.01, to: objects * 0.08, rule: 'C-424' };
}
