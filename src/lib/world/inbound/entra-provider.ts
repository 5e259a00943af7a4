import type { Json, Slot } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import { VERIFIED_DOMAINS } from '#lib/content/company/tenant';
import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { blankUser } from '#lib/tenant/entra/user';
import { guid } from '#lib/tenant/sample/identifiers';
import { announce, changeUser, lookAtRules } from '../directory/change';
import { softDelete } from '../directory/deletion';
import type { Simulation } from '../simulation';
import { done, list, notFound, readRequest, refusal, resource, type Condition } from './answers';

type Values = { readonly [name: string]: Json };

/** The tenant as the target of a job from HR (H-010). */
export function answerForEntra(sim: Simulation, request: ScimRequest): ScimResponse {
	const { id, conditions, values } = readRequest(request);
	const cause = sim.ledger.facts.n - 1;
	if (request.method === 'GET' && id === null) return search(sim, conditions);
	if (request.method === 'POST') return create(sim, values, cause);
	const slot = sim.tables.usersById.first(id ?? '');
	const user = slot === undefined ? null : sim.tables.users.get(slot);
	if (!user || user.softDeletedAt !== null) return notFound;
	if (request.method === 'GET') return resource(shown(sim, user));
	if (request.method !== 'DELETE') return update(sim, user, values, cause);
	softDelete(sim, user.slot, cause); // H-146
	return done;
}

function shown(sim: Simulation, { id, attrs }: UserRow): JsonObject {
	const { manager, ...others } = attrs;
	const superior = typeof manager === 'number' ? sim.tables.users.get(manager) : null;
	return { ...others, id, manager: superior?.id ?? null };
}

function stored(sim: Simulation, { manager, ...others }: Values): { [name: string]: Json } {
	return { ...others, ...(typeof manager === 'string' && { manager: sim.tables.usersById.first(manager) ?? null }) };
}

/** H-176: the on-premises extension attributes cannot be searched. */
const unsearchable = /^extensionAttribute\d+$/;

function search(sim: Simulation, [first, ...others]: readonly Condition[]): ScimResponse {
	if (!first) return list([]);
	if (unsearchable.test(first.attribute))
		return refusal(400, 'UnsupportedFilter', `${first.attribute} cannot be used in a filter.`);
	const alive = candidates(sim, first)
		.map((slot) => sim.tables.users.get(slot)!)
		.filter(({ softDeletedAt }) => softDeletedAt === null)
		.map((user) => shown(sim, user));
	return list(alive.filter((one) => others.every(({ attribute, value }) => one[attribute] === value)));
}

function candidates(sim: Simulation, { attribute, value }: Condition): readonly Slot[] {
	const { tables } = sim;
	const key = value.toLowerCase();
	if (attribute === 'id') return tables.usersById.get(value);
	if (attribute === 'employeeId') return tables.usersByEmployeeId.get(key);
	if (attribute === 'userPrincipalName') return tables.usersByUpn.get(key);
	return [...tables.users.all()]
		.filter(({ attrs }) => String(attrs[attribute]).toLowerCase() === key)
		.map(({ slot }) => slot);
}

/** What stands before the at sign of a sign-in name. */
const fitForUpn = /^[A-Za-z0-9'._\-!#^~]+@[A-Za-z0-9.-]+$/;

/** H-217: there is no uniqueness check before the write, so a name that is taken fails it. */
function refusedName(sim: Simulation, name: Json | undefined, except: Slot): ScimResponse | null {
	if (typeof name !== 'string' || !fitForUpn.test(name))
		return refusal(
			400,
			'AzureActiveDirectoryInvalidUserPrincipalName',
			`${name ?? 'There'} is no user principal name.`
		);
	if (!VERIFIED_DOMAINS.includes(name.slice(name.indexOf('@') + 1).toLowerCase()))
		return refusal(
			400,
			'AzureActiveDirectoryInvalidUserPrincipalName',
			`The domain does not exist in this tenant: ${name}`
		);
	const { users, usersByUpn } = sim.tables;
	// H-464.
	const isOther = (slot: Slot) => slot !== except && users.get(slot)!.softDeletedAt === null;
	if (usersByUpn.get(name.toLowerCase()).some(isOther))
		return refusal(
			409,
			'EntryConflict',
			`Another object with the same value for property userPrincipalName already exists: ${name}`
		);
	return null;
}

function create(sim: Simulation, values: Values, cause: number): ScimResponse {
	const refused = refusedName(sim, values.userPrincipalName, NEW);
	if (refused) return refused;
	const slot = sim.tables.users.next;
	const id = guid(sim.host.tenantRow.seedText, 'created', slot);
	const attrs = { ...blankUser(slot, id, String(values.userPrincipalName)), ...stored(sim, values) };
	const row: UserRow = {
		slot,
		id,
		attrs: attrs as unknown as UserRow['attrs'],
		created: sim.ledger.clock,
		softDeletedAt: null
	};
	sim.writer.put('users', slot, row);
	lookAtRules(sim, slot, announce(sim, 'user', slot, 'created', 'H-010', cause));
	return resource(shown(sim, row), 201);
}

function update(sim: Simulation, user: UserRow, values: Values, cause: number): ScimResponse {
	if (user.attrs.dirSyncEnabled === true)
		return refusal(
			403,
			'InsufficientRights',
			'Unable to update the specified properties for on-premises mastered Directory Sync objects.'
		);
	const name = values.userPrincipalName;
	const refused = name === undefined ? null : refusedName(sim, name, user.slot);
	if (refused) return refused;
	// H-109: the attempt succeeds, the address of an existing user stays.
	const { mail: _mail, ...patch } = stored(sim, values);
	const what = Object.keys(patch).join(', ');
	if (what) changeUser(sim, { ...user, attrs: { ...user.attrs, ...patch } }, what, 'H-100', cause);
	return done;
}
