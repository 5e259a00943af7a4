import type { Json } from '#lib/engine/base';
import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { employmentsOf, ownEmployment } from '#lib/hr/employments';
import { phoneFields, withPhones } from '#lib/hr/phones';
import { picklistOf, typeRefusal } from '#lib/hr/type-ids';
import { operationFor, putDomains } from '#lib/hr/workday-api';
import { writeBackFields } from '#lib/hr/writeback';
import { systemOf, writeWorker } from '../hr/change';
import type { Simulation } from '../simulation';
import type { WorkerRow } from '../tables/hr';
import type { AppRow } from '../tables/rows';
import { missingDomains } from './reading';
import { done, list, notFound, readRequest, refusal, resource } from './answers';

/** A human-resources system that takes contact data back: nothing is ever created or deleted in it (H-344). */
export function answerForHr(sim: Simulation, app: AppRow, request: ScimRequest): ScimResponse {
	const { id, conditions, values } = readRequest(request);
	if (request.method === 'GET') {
		if (id === null) return list(search(sim, app, conditions[0]?.value ?? ''));
		const row = byWid(sim, id);
		return row ? resource(shown(sim, app, row)) : notFound;
	}
	const row = id === null ? null : byWid(sim, id);
	if (request.method !== 'PATCH' || !row) return notFound;
	const lacks = lacking(app, Object.keys(values));
	if (lacks) {
		const reason = `${lacks.operation}: the task submitted is not authorized (${lacks.right}).`;
		return refusal(403, 'InsufficientRights', reason);
	}
	// H-349: an empty value does not clear a field of HR.
	const empty = Object.keys(values).find((name) => values[name] === null || values[name] === '');
	if (empty) return refusal(400, 'UnprocessableEntity', `Validation error occurred: ${empty} has no value.`);
	const type = typeRefusal(systemOf(sim), app.settings.ownTypeIds === true, values);
	if (type) return refusal(400, 'UnprocessableEntity', `Validation error occurred: ${type}`);
	const { userId } = values;
	if (typeof userId === 'string' && !employmentsOf(row).some((one) => one.userId === userId))
		return refusal(400, 'UnprocessableEntity', `Validation error occurred: there is no user ${userId}.`);
	write(sim, row, values);
	return done;
}

function byWid(sim: Simulation, wid: string): WorkerRow | null {
	const slot = sim.tables.workersByWid.first(wid);
	return slot === undefined ? null : sim.tables.workers.get(slot);
}

/** Only the worker's own id is a matching attribute. */
function search(sim: Simulation, app: AppRow, workerId: string): JsonObject[] {
	const { workers, workersById } = sim.tables;
	return workersById.get(workerId.toLowerCase()).map((slot) => shown(sim, app, workers.get(slot)!));
}

function shown(sim: Simulation, { settings }: AppRow, row: WorkerRow): JsonObject {
	const system = systemOf(sim);
	const fields: Record<string, Json> = {};
	for (const [target, field] of Object.entries(writeBackFields[system])) fields[target] = row.fields[field] ?? null;
	const ids: JsonObject =
		system === 'workday'
			? { WorkerID: row.workerId }
			: {
					personIdExternal: row.workerId,
					userId: ownEmployment(row).userId,
					...picklistOf(settings.ownTypeIds === true)
				};
	return { id: row.wid, ...ids, ...fields, ...phoneFields(row, system) };
}

/** H-353: contact data and the user name are written by two operations; both end in the worker's record. */
function write(sim: Simulation, row: WorkerRow, values: Values): void {
	const system = systemOf(sim);
	const ofPerson: Fields = {};
	const ofUser: Fields = {};
	for (const [target, field] of Object.entries(writeBackFields[system]))
		if (values[target] !== undefined) (field.startsWith('User.') ? ofUser : ofPerson)[field] = String(values[target]);
	const written = withUser({ ...row, fields: { ...row.fields, ...ofPerson } }, userWritten(row, values), ofUser);
	const after = withPhones(written, values, system);
	const what = `${Object.keys(values).join(', ')} written back`;
	writeWorker(sim, { ...after, slot: row.slot }, what, 'H-323', sim.ledger.facts.n - 1);
}

type Values = { readonly [name: string]: Json };
type Fields = Record<string, null | string | number | boolean>;

/**
 * H-368: the user entity that is written: the one that the change set names, or, by personIdExternal alone, the one of
 * the first employment, which may have ended long ago.
 */
function userWritten(row: WorkerRow, { userId }: Values): string {
	return typeof userId === 'string' ? userId : employmentsOf(row)[0]!.userId;
}

function withUser(row: WorkerRow, userId: string, fields: Fields): WorkerRow {
	if (ownEmployment(row).userId === userId) return { ...row, fields: { ...row.fields, ...fields } };
	const others = row.others?.map((one) =>
		one.userId === userId ? { ...one, fields: { ...one.fields, ...fields } } : one
	);
	return { ...row, ...(others && { others }) };
}

/** H-029, H-030: what the integration account lacks for one of these attributes, and the operation that needs it (H-353). */
function lacking(app: AppRow, names: readonly string[]): { readonly right: string; readonly operation: string } | null {
	const missing = missingDomains(app);
	for (const operation of new Set(names.map(operationFor))) {
		const right = missing.find((one) => putDomains[one]?.includes(operation));
		if (right !== undefined) return { right, operation };
	}
	return null;
}
