import { unpackRow } from '#lib/engine/steps/log-row';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import { idOf, nameOf } from '../folds/history';
import type { LogRows } from '../folds/rows';
import { durationOf } from '../logs/duration';
import { logRow } from '../logs/log-row';
import { sourceSystemName, targetSystemName } from '../names';
import { profileOf } from '../profile';
import { graphActions } from '../words';

/** One property of a row; a moment or a duration is a number. */
export type Field = (world: World, rows: LogRows, place: number) => string | number;

const identifier =
	(what: string, number: (rows: LogRows, place: number) => number): Field =>
	({ sim }, rows, place) =>
		guid(sim.host.tenantRow.seedText, what, number(rows, place));

const appOf = (rows: LogRows, place: number) => rows.history.app(rows.app[place]!)!;
const objectOf = (rows: LogRows, place: number) => rows.history.rows[rows.name[place]!];
const typeNames = { user: 'User', group: 'Group', worker: 'Worker', record: 'User' } as const;
const initiator: Field = () => 'Azure AD Provisioning Service';
const action: Field = (_world, rows, place) => graphActions[rows.actionAt(place)];
const status: Field = (_world, rows, place) => rows.statusAt(place);
const code: Field = ({ sim }, rows, place) =>
	rows.statusAt(place) === 'failure' ? sim.ledger.texts.text(rows.code[place]!) : '';

/** The properties that are read from the columns, without running the unit again. */
const columns: { readonly [name: string]: Field } = {
	id: identifier('row', (rows, place) => rows.seq[place]!),
	changeId: identifier('change', (rows, place) => rows.seq[place]!),
	cycleId: identifier('cycle', (rows, place) => rows.cycle[place]!),
	tenantId: ({ sim }) => sim.host.tenantRow.tenantId,
	jobId: (_world, rows, place) => rows.history.jobIdOfCycle(rows.cycle[place]!),
	activityDateTime: (_world, rows, place) => rows.at[place]!,
	provisioningAction: action,
	// C-519: the beta names still work.
	action,
	'provisioningStatusInfo/status': status,
	'statusInfo/status': status,
	'provisioningStatusInfo/errorInformation/errorCode': code,
	'initiatedBy/displayName': initiator,
	'initiatedBy/initiatorType': () => 'system',
	'servicePrincipal/id': (_world, rows, place) => appOf(rows, place).id,
	'servicePrincipal/displayName': (_world, rows, place) => appOf(rows, place).name,
	'sourceSystem/displayName': (world, rows, place) => sourceSystemName(world, appOf(rows, place)),
	'targetSystem/displayName': (_world, rows, place) => targetSystemName(appOf(rows, place)),
	'sourceIdentity/id': (_world, rows, place) => textOf(objectOf(rows, place), idOf),
	'sourceIdentity/displayName': (_world, rows, place) => textOf(objectOf(rows, place), nameOf),
	'sourceIdentity/identityType': (_world, rows, place) => typeNames[rows.kindAt(place)],
	'targetIdentity/displayName': () => '',
	'targetIdentity/identityType': (_world, rows, place) =>
		profileOf(appOf(rows, place)).schemaOf(rows.kindAt(place) === 'group' ? 'Group' : 'User'),
	durationInMilliseconds(world, rows, place) {
		const { facts, rules } = world.sim.ledger;
		const seq = rows.seq[place]!;
		const kind = unpackRow(facts.detail[seq]!);
		return durationOf(world, kind.action, kind.status, rules.text(facts.rule[seq]!), rows.app[place]!);
	},
	// What the column lacks: the unit is run again.
	'targetIdentity/id': (world, rows, place) => logRow(world, { seq: rows.seq[place]! })?.graph.targetIdentity.id ?? ''
};

function textOf<T>(row: T | undefined, read: (row: T) => string): string {
	return row === undefined ? '' : read(row);
}

/** Names of properties are read in any case, as on Graph. */
const byName = new Map(Object.entries(columns).map(([name, field]) => [name.toLowerCase(), field]));

export const fieldNames: readonly string[] = Object.keys(columns);

export function fieldNamed(name: string): Field | undefined {
	return byName.get(name.toLowerCase());
}
