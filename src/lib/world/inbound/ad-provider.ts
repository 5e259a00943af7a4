import type { Json, Slot } from '#lib/engine/base';
import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { adTargets } from '#lib/hr/targets';
import { noRights, unknownAttribute, type AdRefusal } from '#lib/tenant/ad/refuse';
import { changeAccount, createAccount, deleteAccount, type AdChange } from '../ad/change';
import { mayWrite } from '../ad/rights';
import type { Simulation } from '../simulation';
import type { AdRow, AgentRow } from '../tables/hybrid';
import type { AppRow } from '../tables/rows';
import { done, list, notFound, readRequest, refusal, resource, type Condition } from './answers';
import { containerOf } from './container';

/** Active Directory behind its provisioning agent: what the service sees of an on-premises domain. */
export function answerForAd(sim: Simulation, app: AppRow, request: ScimRequest): ScimResponse {
	const asked = readRequest(request);
	const agent = activeAgent(sim);
	if (!agent) return silent(sim, request.method === 'GET' && !asked.isProbe);
	// H-278: nobody notices before the call.
	if (agent.silent) return refusal(504, 'HybridIdentityServiceAgentSignalingError', 'The agent does not answer.');
	if (agent.unregistered) return refusal(503, 'HybridIdentityServiceInvalidResource', notRegistered);
	const cause = sim.ledger.facts.n - 1;
	switch (request.method) {
		case 'GET':
			return asked.id === null ? list(search(sim, asked.conditions)) : read(sim, asked.id);
		case 'POST': {
			const unknown = unknownIn(sim, asked.values, agent);
			if (unknown) return refused(unknown);
			const values = { parentDistinguishedName: containerOf(app), ...stored(sim, asked.values) };
			const made = createAccount(sim, values, 'H-080', cause);
			return 'refusal' in made ? refused(made.refusal) : resource(shown(sim, made.row), 201);
		}
		case 'DELETE':
		case 'PATCH':
		case 'PUT': {
			const slot = sim.tables.adById.first(asked.id ?? '');
			if (slot === undefined) return notFound;
			if (!mayWrite(sim, slot)) return refused(noRights);
			if (request.method !== 'DELETE') return change(sim, slot, asked.values, agent, cause);
			deleteAccount(sim, slot, 'H-146', cause);
			return done;
		}
	}
}

/** H-279. */
const notRegistered = 'The domain is not set, or not valid, for the agent: register the agent with the domain again.';

/** H-272: one agent is active for a domain at a time; the others wait for its end. */
export function activeAgent(sim: Simulation): AgentRow | null {
	for (const agent of sim.tables.agents.all()) if (agent.active) return agent;
	return null;
}

/** H-276, H-277; H-068: a read during a cycle fails otherwise than the connection. */
function silent(sim: Simulation, isRead: boolean): ScimResponse {
	const reason = 'There was an error connecting to Active Directory. Please ensure that the on-premises Provisioning ';
	const detail = `${reason}Agent is running and it is configured with the correct Active Directory domain.`;
	const installed = [...sim.tables.agents.all()].length > 0;
	const code = installed ? 'HybridIdentityServiceNoActiveAgents' : 'HybridIdentityServiceNoAgentsAssigned';
	return refusal(503, isRead ? 'EndpointUnavailable' : code, detail);
}

function refused({ code, detail }: AdRefusal): ScimResponse {
	return refusal(400, code, detail);
}

function read(sim: Simulation, id: string): ScimResponse {
	const slot = sim.tables.adById.first(id);
	return slot === undefined ? notFound : resource(shown(sim, sim.tables.adUsers.get(slot)!));
}

/** An account under the names that mappings use: its state turned round, its manager by objectGUID. */
function shown(sim: Simulation, { id, attrs }: AdRow): JsonObject {
	const { enabled, manager, ...others } = attrs;
	const superior = typeof manager === 'number' ? sim.tables.adUsers.get(manager) : null;
	const account: { [name: string]: Json } = { id, accountDisabled: enabled === false };
	for (const name in others) if (others[name] !== null) account[name] = others[name]!;
	if (superior) account.manager = superior.id;
	return account;
}

function stored(sim: Simulation, values: { readonly [name: string]: Json }): AdChange {
	const { accountDisabled, manager, ...others } = values;
	return {
		...others,
		...(accountDisabled !== undefined && { enabled: String(accountDisabled).toLowerCase() !== 'true' }),
		...(typeof manager === 'string' && { manager: sim.tables.adById.first(manager) ?? null })
	};
}

function unknownIn(sim: Simulation, values: object, { startedAt }: AgentRow): AdRefusal | null {
	for (const name of Object.keys(values)) {
		if (adTargets[name]) continue;
		const added = sim.tables.adSchemaByName.first(name.toLowerCase());
		if (added === undefined || sim.tables.adSchema.get(added)!.at > startedAt) return unknownAttribute(name);
	}
	return null;
}

function change(
	sim: Simulation,
	slot: Slot,
	values: { readonly [name: string]: Json },
	agent: AgentRow,
	cause: number
): ScimResponse {
	const unknown = unknownIn(sim, values, agent);
	if (unknown) return refused(unknown);
	const refusal = changeAccount(sim, slot, stored(sim, values), Object.keys(values).join(', '), 'H-100', cause);
	return refusal ? refused(refusal) : done;
}

function search(sim: Simulation, conditions: readonly Condition[]): JsonObject[] {
	const [first, ...others] = conditions;
	if (!first) return [];
	const found = candidates(sim, first).map((slot) => shown(sim, sim.tables.adUsers.get(slot)!));
	if (others.length === 0) return found;
	// A question with several conditions wants to know whether, not what.
	return found
		.filter((one) => others.every(({ attribute, value }) => isSame(one[attribute], value)))
		.map(({ id }) => ({ id: id! }));
}

function isSame(present: Json | undefined, value: string): boolean {
	return typeof present === 'string' && present.toLowerCase() === value.toLowerCase();
}

function candidates(sim: Simulation, { attribute, value }: Condition): readonly Slot[] {
	const { tables } = sim;
	const key = value.toLowerCase();
	switch (attribute) {
		case 'id':
			return tables.adById.get(value);
		case 'employeeID':
			return tables.adByEmployeeId.get(key);
		case 'userPrincipalName':
			return tables.adByUpn.get(key);
		case 'sAMAccountName':
			return tables.adBySam.get(key);
		default:
			return [...tables.adUsers.all()].filter(({ attrs }) => isSame(attrs[attribute], value)).map(({ slot }) => slot);
	}
}

/** H-210, H-220: whether the domain has the value at this instant. */
export function isTakenInAd(sim: Pick<Simulation, 'tables'>, value: string, attributes: readonly string[]): boolean {
	return attributes.some((attribute) => candidates(sim as Simulation, { attribute, value }).length > 0);
}
