import { frozen } from '#lib/scim/frozen';
import type { Resource } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { idOf } from '#lib/apps/identity';
import { evaluateExpression } from '#lib/engine/mapping/core';
import { create } from '#lib/scim/client';
import type { Json, JsonObject } from '#lib/scim/types';
import type { BrownfieldAccount } from '#lib/tenant/brownfield/account';
import { brownfieldAccounts } from '#lib/tenant/brownfield/build';
import { generatePeople } from '#lib/tenant/sample/generate';
import { hashText } from '../core/hash';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { targetSchema } from './target-schema';

/** What the application holds before the sandbox begins (O-24). */
export function fillApp(sim: Simulation, app: AppRow): void {
	const { tenantRow } = sim.host;
	const people = generatePeople(tenantRow.seedText, tenantRow.size);
	const { store } = sim.apps.of(app.slot);
	const taken: string[] = [];
	for (const account of brownfieldAccounts(app.kind, people, tenantRow.seedText)) {
		if (account.elsewhere) {
			taken.push(account.userName);
			continue;
		}
		const n = store.next();
		const id = idOf(hashText(app.key, sim.ledger.seed), n);
		const at = sim.ledger.clock;
		const data = app.kind === 'timecard' ? timecardData(account) : accountData(app.kind, account);
		const resource: Resource = {
			id,
			type: 'User',
			n,
			version: 1,
			created: at,
			modified: at,
			data: frozen(data),
			aside: frozen(asideOf(account))
		};
		store.put(id, frozen(resource));
		store.begin();
	}
	if (taken.length > 0) sim.writer.put('apps', app.slot, { ...app, settings: { ...app.settings, taken } });
}

/** What SCIM does not show: whose account it is, where it is known, and whether it refuses to be written. */
function asideOf(account: BrownfieldAccount): JsonObject {
	return {
		...(account.belongsTo === null ? { belongsTo: -1 } : { belongsTo: account.belongsTo }),
		...(account.protected && { protected: true })
	};
}

function timecardData(account: BrownfieldAccount): JsonObject {
	return {
		employee_no: account.employeeNumber ?? '',
		email: account.email,
		first_name: account.givenName,
		last_name: account.familyName,
		department: account.department ?? '',
		status: account.active ? 'active' : 'inactive'
	};
}

/** The account through the shipped mappings: each target has what its source attribute would have said of this account. */
function accountData(kind: string, account: BrownfieldAccount): JsonObject {
	const definition = definitionOf(kind);
	const record: Record<string, Json> = {
		userPrincipalName: account.userName,
		mail: account.email,
		givenName: account.givenName,
		surname: account.familyName,
		displayName: account.displayName,
		jobTitle: account.title,
		department: account.department,
		IsSoftDeleted: !account.active
	};
	const targets = definition.mappings.User.filter(({ off, reference }) => !off && !reference);
	const schema = targetSchema(
		kind,
		'User',
		targets.map(({ target }) => target)
	);
	const values: { path: string; value: Json }[] = [];
	for (const { target, source } of targets) {
		const value = target === definition.userName ? account.userName : valueOf(source, record);
		if (value === null || value === '') continue;
		const isFlag = schema[target]?.type === 'Boolean';
		values.push({ path: target, value: isFlag ? String(value).toLowerCase() === 'true' : value });
	}
	const body = JSON.parse(create({ token: '', dialect: 'compliant' }, 'User', values).body!) as JsonObject;
	const { schemas: _, meta: __, ...data } = body;
	return { ...data, ...(account.lockedOut && { locked_out: 'true' }) };
}

/** Only what the account's own attributes can say; everything else is empty. */
function valueOf(source: string, record: { readonly [name: string]: Json }): Json {
	const names = [...source.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
	if (names.length === 0 || names.some((name) => record[name] === undefined || record[name] === null)) return null;
	const result = evaluateExpression(source, { source: record as never });
	return 'value' in result ? (result.value as Json) : null;
}
