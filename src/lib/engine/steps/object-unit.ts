import type { Rule } from '../base';
import type { Computed } from '../mapping/core';
import type { Attributes } from '../source';
import { durations } from '../job/durations';
import { incompatible, failureOf, isSuccess } from '../target/errors';
import type { TargetObject, TargetValue } from '../target/target';
import type { Outcome, Write } from '../unit';
import { decide, lookupFor } from './decide';
import type { DecisionRow } from './decision-table';
import { exportUnit } from './export';
import { buried, cleared, failed, forgotten, linked, managed, putAside, skipped, staged } from './finish';
import { Guard } from './guards';
import { isFailure, type MatchingValue } from './mapped';
import { hasMatchingValue, match } from './match';
import { computedOf, isInScope, scope, sourceRecord } from './scope';
import { send, type Subject, type UnitView } from './view';

/** What the unit has learnt so far. */
export interface Situation {
	readonly subject: Subject;
	readonly view: UnitView;
	readonly stored: Attributes;
	readonly computed: Computed;
	readonly matching: readonly MatchingValue[];
	guards: number;
	target: TargetObject | null;
	/** What a create would send, where the connector had to look at it already. */
	values: readonly TargetValue[] | null;
	/** Writes that happen whatever the decision: a stale link that is dropped. */
	writes: Write[];
}

const nothing: Attributes = {};

const changeNumber = { Add: 1, Update: 2, Delete: 3 } as const;

/** The handling of one user or group: import, scope, match, decide, export (C-144 to C-150). */
export function objectUnit(subject: Subject, view: UnitView): Outcome {
	view.tell('import', 'C-496', 0, changeNumber[subject.change]);
	if (view.trace) view.trace({ step: 'import', attributes: sourceRecord(subject, ~0) });
	const stored = subject.object?.attrs ?? nothing;
	const matching = view.mapping.matchingValues(stored, computedOf(subject, ~0));
	if (subject.object && !hasMatchingValue(matching)) return skipped(subject, view, 'C-099', 'ImportSkipped');

	const { guards, isUnread } = scope(subject, view);
	if (isUnread && subject.link) return skipped(subject, view, 'F-029', 'SimScopingFilter');
	if (subject.isDuplicate && !subject.link && isInScope(guards))
		return failed(subject, view, 'H-175', 'create', {
			code: 'DuplicateSourceEntries',
			reason: 'An earlier record of the source has the same matching value.'
		});
	const situation: Situation = {
		subject,
		view,
		stored,
		computed: computedOf(subject, guards),
		matching,
		guards: guards | configGuards(subject, view) | linkGuards(subject),
		target: null,
		values: null,
		writes: []
	};
	const refusal = refused(situation);
	if (refusal) return refusal;
	const stopped = lookUp(situation);
	if (stopped) return stopped;
	const row = decisionFor(subject, view, situation.guards);
	view.tell('decide', row.rule, situation.guards);
	view.trace?.({ step: 'decide', rule: row.rule, guards: situation.guards });
	return carryOut(row, situation);
}

/** The same table serves groups, under the rules that say so. */
const groupRules: { readonly [rule: string]: Rule } = {
	'C-162': 'C-197',
	'C-164': 'C-198',
	'C-185': 'C-199',
	'C-187': 'C-200',
	'C-558': 'C-204'
};

function decisionFor(subject: Subject, { tenant }: UnitView, guards: number): DecisionRow {
	const row = decide(guards);
	const ofUser = row.rule === 'A-108' && !tenant.era.deletes ? 'C-005' : undefined;
	const rule = subject.kind === 'group' ? groupRules[row.rule] : ofUser;
	return rule ? { ...row, rule } : row;
}

function configGuards(subject: Subject, { config, actions, app, mapping, staged, tenant }: UnitView): number {
	const { create, update, delete: remove } = actions;
	// C-005: the first generation only ever disables.
	const { deletes } = tenant.era;
	// C-199: a group has no account state, so that losing its place deletes it.
	const noDisable = subject.kind === 'group' || (deletes && app.gallery && !app.supportsDisable);
	const noDelete = subject.kind === 'user' && (!deletes || (!app.supportsDelete && app.supportsDisable));
	const skipFlag = tenant.era.skipFlag && config.secrets.SkipOutOfScopeDeletions?.toLowerCase() === 'true';
	return (
		(create ? Guard.createOn : 0) |
		(update ? Guard.updateOn : 0) |
		(remove && (deletes || noDelete) ? Guard.deleteOn : 0) |
		(skipFlag ? Guard.skipFlag : 0) |
		(mapping.statePath !== null ? Guard.stateMapped : 0) |
		(noDisable ? Guard.noDisable : 0) |
		(noDelete ? Guard.noDelete : 0) |
		(staged ? Guard.staged : 0)
	);
}

function linkGuards({ link }: Subject): number {
	if (!link) return 0;
	return link.managed ? Guard.linked | Guard.managed : Guard.linked;
}

/** Mappings that cannot be evaluated fail the object (M-090); values the connector refuses make it a skip (C-192). */
function refused(situation: Situation): Outcome | null {
	const { subject, view, stored, computed, guards } = situation;
	if (!isInScope(guards) || !view.app.refuses) return null;
	const values = view.mapping.createValues(stored, computed);
	if (isFailure(values)) return failed(subject, view, 'M-090', subject.link ? 'update' : 'create', values);
	situation.values = values;
	const refusal = view.app.refuses(values);
	if (refusal) {
		situation.guards |= Guard.invalid;
		const value = values.find(({ path }) => path === refusal.attribute)?.value;
		view.trace?.({ step: 'refused', attribute: refusal.attribute, value: String(value ?? '') });
	}
	return null;
}

/** Asks the target what the decision needs; returns an outcome where the answer settles it. */
function lookUp(situation: Situation): Outcome | null {
	const { subject, view } = situation;
	let lookup = lookupFor(situation.guards);
	if (lookup === 'read') {
		const response = send(view, view.target.read(subject.kind, subject.link!.targetId));
		if (response.status === 404) {
			if (view.tenant.staleLink === 'invalidAnchor')
				return failed(subject, view, 'C-117', 'update', { ...failureOf(response), code: 'InvalidAnchor' });
			// C-116: the link is stale, matching runs again.
			situation.guards &= ~(Guard.linked | Guard.managed);
			situation.writes.push({ table: 'links', slot: subject.link!.slot, row: null }, ...forgotten(subject, view));
			lookup = lookupFor(situation.guards);
		} else if (!isSuccess(response))
			return failed(subject, view, 'C-555', 'update', failureOf(response), response.status === 401);
		else {
			const target = view.target.object(response);
			if (!target)
				return failed(subject, view, 'C-552', 'update', { code: incompatible, reason: 'The answer cannot be read.' });
			compare(situation, target);
		}
	}
	if (lookup !== 'match') return null;
	const found = match(subject, view, situation.matching);
	if (found.failure)
		return failed(
			subject,
			view,
			found.failure.code === 'InvalidMatchingValue' ? 'C-108' : 'C-109',
			'create',
			found.failure,
			found.unauthorized
		);
	if (found.hits.length > 1) situation.guards |= Guard.manyHits;
	else if (found.hits.length === 1) {
		situation.guards |= Guard.hit;
		compare(situation, found.hits[0]!);
	}
	return null;
}

/** Sets the guards that only the target's values can tell (C-128). */
function compare(situation: Situation, target: TargetObject): void {
	const { view, stored, computed } = situation;
	situation.target = target;
	if (view.mapping.isInactive(target)) situation.guards |= Guard.inactive;
	const changes = view.mapping.changes(stored, target, computed);
	if (isFailure(changes) || changes.length === 0) return;
	situation.guards |= Guard.differs;
	if (situation.guards & Guard.inactive && changes.some((change: TargetValue) => view.mapping.activates(change)))
		situation.guards |= Guard.reactivates;
}

function carryOut(row: DecisionRow, situation: Situation): Outcome {
	const { subject, view, writes } = situation;
	switch (row.action) {
		case 'skip':
			return skippedAs(row, situation);
		case 'nothing':
			return { rule: row.rule, took: 0, writes: gone(situation), result: 'done', exported: false };
		case 'fail':
			return failed(subject, view, row.rule, 'create', {
				code: row.code!,
				reason: 'More than one object in the target has the matching value.'
			});
		case 'staged':
			return staged(subject, view, row.rule, writes);
		case 'disable':
		case 'delete':
			if (outOfReach(situation)) return skipped(subject, view, 'C-404', 'NotEffectivelyEntitled', writes);
			return view.removing ? exportUnit(row, situation) : putAside(row.rule, writes);
		default:
			return exportUnit(row, situation);
	}
}

/** C-404: a run on demand does not take away the account of somebody who is blocked or deleted in the source. */
function outOfReach({ view, guards }: Situation): boolean {
	if (view.cycle.kind !== 'demand') return false;
	const gone = !(guards & Guard.active) || (guards & (Guard.softDeleted | Guard.hardDeleted)) !== 0;
	return gone && (guards & Guard.entitled) !== 0 && (guards & Guard.filter) !== 0;
}

function skippedAs(row: DecisionRow, situation: Situation): Outcome {
	const { subject, view, writes, target } = situation;
	const { link } = subject;
	const more = [...writes];
	if (row.links && target) more.push(linked(subject, view, target.id));
	if (row.releases && link) more.push(...managed(link, false));
	if (link && row.rule === 'C-186' && subject.object === null) more.push(buried(link));
	if (link && isInScope(situation.guards) && writes.length === 0) more.push(...managed(link, true));
	// C-441: a first match takes its time with or without a write.
	return skipped(subject, view, row.rule, row.code ?? '', more, row.links ? durations.write : undefined, row.omits);
}

/** C-189: of a released account only the tombstone remains once its person is gone for good; nobody fails any more. */
function gone({ subject, writes }: Situation): Write[] {
	const grave = subject.link && subject.object === null ? [buried(subject.link)] : [];
	return [...writes, ...grave, ...cleared(subject)];
}
