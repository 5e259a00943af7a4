import * as z from 'zod/mini';
import type { Fact, Json, Row, Seq } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { TraceEntry } from '#lib/engine/trace';
import { guid } from '#lib/tenant/sample/identifiers';
import { explain } from '#lib/world/explain';
import type { World } from '#lib/world';
import type { WorkerRow } from '#lib/world/tables/hr';
import type { AppRow } from '#lib/world/tables/rows';
import { accountSlot } from '../accounts-of';
import { wordsOfCode, type ErrorWords } from '../errors';
import { historyOf, nameOf } from '../folds/history';
import { logRowsOf, tableOfKind } from '../folds/rows';
import { sourceSystemName, targetSystemName } from '../names';
import { profileOf } from '../profile';
import { isoTime } from '../time';
import { defineView, slot } from '../view';
import { graphActions } from '../words';
import { sentenceOf } from '../why/sentences';
import { unitOf } from '../why/unit';
import { durationOf } from './duration';
import { textOf } from './flat';
import { logListRow, type LogListRow } from './logs';
import { laterFacts, referenceStep } from './references';
import { retryText } from './retry';
import { foundInTarget, stepsOf, type Step } from './steps';
import { usedAttributes } from './used-attributes';
import { workerSteps } from './worker-steps';

export interface LogRowDetails {
	readonly row: LogListRow;
	/** One sentence: what happened, and why. */
	readonly sentence: string;
	/** C-477: the row as Microsoft Graph lists it. */
	readonly graph: GraphRow;
	/** The Troubleshooting & Recommendations tab; null: nothing to recommend. */
	readonly troubleshooting: (ErrorWords & { readonly code: string; readonly reason: string }) | null;
	/** The account it is about, where the application still holds it. */
	readonly account: number | null;
}

/** C-477 to C-518. */
export interface GraphRow {
	readonly id: string;
	readonly activityDateTime: string;
	readonly tenantId: string;
	readonly jobId: string;
	readonly cycleId: string;
	readonly changeId: string;
	readonly provisioningAction: string;
	readonly durationInMilliseconds: number;
	readonly provisioningStatusInfo: { readonly status: string; readonly errorInformation: Json };
	readonly provisioningSteps: readonly Step[];
	readonly modifiedProperties: readonly Json[];
	readonly sourceSystem: GraphSystem;
	readonly targetSystem: GraphSystem;
	readonly sourceIdentity: GraphIdentity;
	readonly targetIdentity: GraphIdentity;
	readonly initiatedBy: { readonly id: string; readonly displayName: string; readonly initiatorType: string };
	readonly servicePrincipal: { readonly id: string; readonly displayName: string };
}

interface GraphSystem {
	readonly id: string;
	readonly displayName: string;
	readonly details: { readonly [name: string]: string };
}

interface GraphIdentity extends GraphSystem {
	readonly identityType: string;
}

/** One row of the provisioning log with its four tabs; its operands come from running the unit again. */
export const logRow = defineView(z.object({ seq: slot }), (world, { seq }): LogRowDetails | null =>
	detailsOf(world, seq, (seq) => explain(world, seq))
);

export function detailsOf(world: World, seq: Seq, traceOf: (seq: Seq) => readonly TraceEntry[]): LogRowDetails | null {
	const rows = logRowsOf(world.sim);
	const place = rows.before(seq);
	if (seq >= world.checkpoint().seq || place === rows.n || rows.seq[place] !== seq) return null;
	const fact = world.sim.ledger.facts.fact(seq);
	const cycle = rows.cycle[place]!;
	const trace = traceOf(seq);
	const row = logListRow(world, rows, place);
	const reason = reasonOf(world, seq);
	const words = row.code ? wordsOfCode(row.code, reason ?? '') : null;
	const graph = graphRow(world, fact, cycle, row, trace, reason, words);
	return {
		row,
		sentence: sentenceOf(world, fact, cycle),
		graph,
		account: accountSlot(world, row.app.slot, graph.targetIdentity.id) ?? null,
		troubleshooting: words && { ...words, code: row.code, reason: reason ?? words.text }
	};
}

/** The target's own text, from the fact before a failed row, and when the service tries again (C-310). */
function reasonOf(world: World, seq: Seq): string | null {
	const fail = unitOf(world, seq).facts.findLast(({ kind }) => kind === 'fail');
	if (!fail) return null;
	const text = world.detailText(fail);
	const reason = text.slice(text.indexOf(': ') + 2);
	const retry = retryText(world, seq);
	if (!retry) return reason;
	return `${/\w$/.test(reason) ? `${reason}.` : reason} ${retry}`;
}

/** C-514; for a worker no row is published, and what is uploaded are users. */
const types = { user: 'User', group: 'Group', worker: 'Worker', record: 'User' } as const;

function graphRow(
	world: World,
	fact: Fact,
	cycle: number,
	row: LogListRow,
	trace: readonly TraceEntry[],
	reason: string | null,
	words: ErrorWords | null
): GraphRow {
	const tenant = world.sim.host.tenantRow;
	const history = historyOf(world.sim);
	const app = history.app(row.app.slot)!;
	const { action, status } = unpackRow(fact.detail);
	const isGroup = row.object.kind === 'group';
	const type = types[row.object.kind];
	const object = history.principal(tableOfKind[row.object.kind], row.object.slot, fact.seq);
	const config = world.tables.configs.get(history.cycle(cycle)!.config);
	const mapping = isGroup ? config?.groups : config?.users;
	const later = referenceStep(world, laterFacts(world, fact, cycle), cycle);
	const targetSystem = targetSystemName(app);
	const steps = stepsOf({
		type,
		identifier: identifierOf(object),
		sourceSystem: sourceSystemName(world, app),
		targetSystem,
		action,
		status,
		code: row.code,
		facts: unitOf(world, fact.seq).facts,
		trace,
		source: sourceOf(trace),
		attributes: mapping ? usedAttributes(mapping) : [],
		era: tenant.era
	});
	const told = later ? [...steps, later] : steps;
	const targetAnchor = targetIdOf(trace);
	const id = (what: string, number: number) => guid(tenant.seedText, what, number);
	return {
		id: id('row', fact.seq),
		activityDateTime: isoTime(fact.at),
		tenantId: tenant.tenantId,
		jobId: history.jobIdOfCycle(cycle),
		cycleId: id('cycle', cycle),
		changeId: id('change', fact.seq),
		provisioningAction: graphActions[action],
		durationInMilliseconds: durationOf(world, action, status, fact.rule, app.slot),
		provisioningStatusInfo: {
			status,
			errorInformation: status === 'failure' ? errorOf(row.code, reason, words) : null
		},
		provisioningSteps:
			type === 'Worker'
				? workerSteps(told, {
						isCreate: action === 'create',
						isFull: history.cycle(cycle)?.kind === 'initial',
						targetSystem,
						trace,
						sourceAnchor: row.sourceId,
						targetAnchor
					})
				: told,
		// C-512: a skipped row changes nothing.
		modifiedProperties: status === 'skipped' ? [] : modifiedOf(trace),
		sourceSystem: { id: id('system', 0), displayName: sourceSystemName(world, app), details: {} },
		targetSystem: {
			id: id('target system', app.slot),
			displayName: targetSystem,
			details: {
				ApplicationId: id('application', app.slot),
				ServicePrincipalId: app.id,
				ServicePrincipalDisplayName: app.name
			}
		},
		sourceIdentity: {
			id: row.sourceId,
			displayName: row.identity,
			identityType: type,
			details: { id: row.sourceId, odatatype: type, DisplayName: row.identity }
		},
		targetIdentity: {
			id: targetAnchor,
			displayName: '',
			identityType: resourceSchema(app, isGroup ? 'Group' : 'User'),
			details: {}
		},
		initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
		servicePrincipal: { id: app.id, displayName: app.name }
	};
}

/** What was imported. */
function sourceOf(trace: readonly TraceEntry[]): { readonly [name: string]: Json } {
	return trace.find((entry) => entry.step === 'import')?.attributes ?? {};
}

/** C-496: a user goes by the sign-in name, a worker by the WorkerID, a group by its name. */
function identifierOf(object: Row | null): string {
	if (!object) return '';
	const { attrs, workerId } = object as Partial<UserRow> & Partial<WorkerRow>;
	const upn = attrs?.userPrincipalName;
	return typeof upn === 'string' ? upn : (workerId ?? nameOf(object));
}

/** C-485 to C-487. */
function errorOf(code: string, reason: string | null, words: ErrorWords | null): Json {
	return {
		errorCode: code,
		reason: reason ?? words?.text ?? '',
		additionalDetails: null,
		errorCategory: words?.category ?? 'failure',
		recommendedAction: words?.recommendation ?? null
	};
}

/** C-510, C-511: also what a failed export attempted. */
function modifiedOf(trace: readonly TraceEntry[]): Json[] {
	const modified = trace.findLast((entry) => entry.step === 'modified');
	return (modified?.properties ?? []).map(({ displayName, oldValue, newValue }) => ({
		displayName,
		oldValue: booleanText(oldValue),
		newValue: booleanText(newValue)
	}));
}

/** The published rows write True and False. */
function booleanText(value: string | null): string | null {
	return value === 'true' ? 'True' : value === 'false' ? 'False' : value;
}

/** C-513: empty until the object exists. */
function targetIdOf(trace: readonly TraceEntry[]): string {
	const created = trace.findLast((entry) => entry.step === 'request' && entry.request.method === 'POST');
	if (created?.step === 'request' && created.response.status === 201) {
		const id = /"id"\s*:\s*"([^"]+)"/.exec(created.response.body ?? '')?.[1];
		if (id) return id;
	}
	const found = foundInTarget(trace);
	if (found) return textOf(found.id!);
	const written = trace.findLast((entry) => entry.step === 'request' && entry.request.method !== 'GET');
	const path = written?.step === 'request' ? /^\/\w+\/([^/?]+)/.exec(written.request.path)?.[1] : undefined;
	return path ? decodeURIComponent(path) : '';
}

/** C-514. */
function resourceSchema(app: AppRow, type: 'User' | 'Group'): string {
	return profileOf(app).schemaOf(type);
}
