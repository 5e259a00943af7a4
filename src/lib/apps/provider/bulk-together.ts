import { isObject, type Json, type ScimResponse } from '#lib/scim/types';
import type { BulkOperation } from './bulk';
import { idsIn } from './bulk-order';

type Perform = (operation: BulkOperation) => ScimResponse;

/**
 * S-299: performs creations that refer to each other. Each is done without the references that go round in circles, and
 * given them when all have an id; where one cannot be done, what refers to it is taken back.
 */
export function together(
	operations: readonly BulkOperation[],
	ids: Map<string, string>,
	perform: Perform
): readonly ScimResponse[] {
	const later = new Set(operations.map(({ bulkId }) => bulkId));
	const answers = new Map<BulkOperation, ScimResponse>();
	let begun: BulkOperation[] = [];
	for (const operation of operations) {
		const open = [...idsIn(operation)].filter((id) => !ids.has(id) && later.has(id));
		const data = open.length ? without(operation.data as Json, open) : operation.data;
		const answer = perform({ ...operation, data });
		answers.set(operation, answer);
		if (open.length && answer.status < 400) begun.push(operation);
	}
	const place = ({ path, bulkId }: BulkOperation) => `${path}/${ids.get(bulkId as string)}`;
	const takeBack = (operation: BulkOperation) => {
		perform(step('DELETE', place(operation)));
		ids.delete(operation.bulkId as string);
	};
	const isLost = (operation: BulkOperation) => ![...idsIn(operation)].every((id) => ids.has(id));
	for (let lost = begun.filter(isLost); lost.length; lost = begun.filter(isLost)) {
		for (const operation of lost) {
			takeBack(operation);
			answers.set(operation, perform(operation));
		}
		begun = begun.filter((operation) => !lost.includes(operation));
	}
	for (const operation of begun) {
		const { status, headers } = answers.get(operation) as ScimResponse;
		const whole = perform(step('PUT', place(operation), operation.data));
		answers.set(operation, whole.status < 400 ? { status, headers: { ...headers, ...whole.headers } } : whole);
		if (whole.status >= 400) takeBack(operation);
	}
	return operations.map((operation) => answers.get(operation) as ScimResponse);
}

const step = (method: string, path: string, data?: Json): BulkOperation => ({
	method,
	path,
	bulkId: undefined,
	version: undefined,
	data
});

/** A resource without what refers to these ids: lists lose such an element, objects a member that is one. */
function without(data: Json, open: readonly string[]): Json {
	const refers = (json: Json): boolean =>
		typeof json === 'string'
			? open.some((id) => json === `bulkId:${id}` || json.endsWith(`/bulkId:${id}`))
			: isObject(json) && Object.values(json).some((one) => typeof one === 'string' && refers(one));
	const rest = (json: Json): Json => {
		if (Array.isArray(json)) return json.filter((one: Json) => !refers(one)).map((one: Json) => rest(one));
		if (!isObject(json)) return json;
		const kept = Object.entries(json).filter(([, one]) => !refers(one));
		return Object.fromEntries(kept.map(([name, one]) => [name, rest(one)]));
	};
	return rest(data);
}
