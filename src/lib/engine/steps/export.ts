import { failureOf, incompatible, isSuccess } from '../target/errors';
import type { Outcome } from '../unit';
import type { ScimResponse } from '#lib/scim/types';
import type { DecisionRow } from './decision-table';
import { buried, failed, forgotten, linked, managed, putAside, skipped, staged, succeeded } from './finish';
import { Guard } from './guards';
import { isFailure, modified, type Change } from './mapped';
import type { Situation } from './object-unit';
import type { RowAction } from './log-row';
import { send } from './view';

/** Writes the decision to the target (C-122, C-123, C-146 to C-150). */
export function exportUnit(row: DecisionRow, situation: Situation): Outcome {
	const { view, subject } = situation;
	if (throttled(situation, row.action))
		return failed(subject, view, 'A-411', row.action as RowAction, {
			code: 'TooManyRequests',
			reason: 'The application accepts fewer requests than the service sends.'
		});
	if (row.action === 'create') return create(row, situation);
	if (row.action === 'delete') return remove(row, situation);
	return update(row, situation);
}

/** a custom application behind the slider takes the first writes of each page of a hundred. */
function throttled({ view }: Situation, action: string): boolean {
	const { writesPerPage } = view.app;
	if (writesPerPage === null || action === 'delete') return false;
	return view.cycle.counts.exports % 100 >= writesPerPage;
}

function create(row: DecisionRow, situation: Situation): Outcome {
	const { view, subject, stored, computed, writes } = situation;
	const values = situation.values ?? view.mapping.createValues(stored, computed);
	if (isFailure(values)) return failed(subject, view, 'M-090', 'create', values);
	// M-043: an expression left the whole object out.
	if (values.length === 0) return skipped(subject, view, 'M-043', 'SimObjectIgnored', [...writes]);
	view.trace?.({ step: 'modified', properties: modified(values.map((value) => ({ ...value, before: undefined }))) });
	const response = send(view, view.target.create(subject.kind, values));
	if (!isSuccess(response)) return refusal(situation, row, 'create', response);
	const target = view.target.object(response);
	if (!target)
		return failed(subject, view, 'C-552', 'create', {
			code: incompatible,
			reason: 'The answer to the create has no id.'
		});
	// A dropped stale link is written before the new one.
	const link = writes.length > 0 ? null : subject.link;
	return succeeded(subject, view, row.rule, 'create', [
		...writes,
		linked(subject, view, target.id, link, view.cycle.slot)
	]);
}

function update(row: DecisionRow, situation: Situation): Outcome {
	const { view, subject, stored, computed, target, writes } = situation;
	// Of a person who is gone for good nothing is known but that the account has no owner.
	const last = subject.object === null ? view.mapping.deactivation(target!) : null;
	const changes = last ? [last] : view.mapping.changes(stored, target!, computed);
	// C-101: a match is stored before the update, and whatever becomes of it.
	const link = subject.link!;
	if (row.links) writes.push(linked(subject, view, target!.id, writes.length > 0 ? null : link));
	if (isFailure(changes)) return failed(subject, view, 'M-090', 'update', changes, false, writes);
	const action = actionOf(row, situation, changes as readonly Change[]);
	// H-463: who is disabled by mapping counts like everybody else who is removed.
	if (action !== row.action && !row.links && view.config.deletionThreshold !== null) {
		if (!view.removing) return putAside(row.rule, writes);
		if (view.staged) return staged(subject, view, 'H-463', writes);
	}
	view.trace?.({ step: 'modified', properties: modified(changes as readonly Change[]) });
	const response = send(view, view.target.update(subject.kind, target!.id, changes, target!));
	if (!isSuccess(response)) return refusal(situation, row, action, response);
	if (row.links) {
		warnOfSharedAccount(situation, target!.id);
		return succeeded(subject, view, row.rule, action, writes);
	}
	if (last) return succeeded(subject, view, row.rule, action, [...writes, buried(link)]);
	return succeeded(subject, view, row.rule, action, [
		...writes,
		// H-153: the link goes over to the worker's other profile.
		...(link.sourceId === subject.id || row.action === 'disable'
			? managed(link, row.action !== 'disable' || !row.releases)
			: [linked(subject, view, target!.id)])
	]);
}

/** An update that puts the account out of use is logged as what it does: HR jobs disable by mapping (H-120). */
function actionOf(row: DecisionRow, { view, guards }: Situation, changes: readonly Change[]): RowAction {
	if (row.action !== 'update' || guards & Guard.inactive) return row.action as RowAction;
	const { statePath, activates } = view.mapping;
	return changes.some((change) => change.path === statePath && !activates(change)) ? 'disable' : 'update';
}

function remove(row: DecisionRow, situation: Situation): Outcome {
	const { view, subject, writes } = situation;
	const link = subject.link!;
	const response = send(view, view.target.remove(subject.kind, link.targetId));
	// C-190: an account that is gone already counts as deleted.
	if (!isSuccess(response) && response.status !== 404) return refusal(situation, row, 'delete', response);
	return succeeded(subject, view, row.rule, 'delete', [...writes, ...forgotten(subject, view), buried(link)]);
}

function refusal(situation: Situation, row: DecisionRow, action: RowAction, response: ScimResponse): Outcome {
	const { subject, view, writes } = situation;
	return failed(subject, view, row.rule, action, failureOf(response), response.status === 401, writes);
}

/** C-111: two source users on one account: the last writer wins, and the log warns. */
export function warnOfSharedAccount({ view, subject }: Situation, targetId: string): void {
	const other = view.host.linksTo(view.job.slot, targetId).find((link) => link.source !== subject.slot);
	if (other) view.tell('warning', 'C-111', 0, other.slot);
}
