import { accountTypeKey } from '#lib/world/tables/accounts';
import * as z from 'zod/mini';
import { definitionOf, planFor, strictTwin } from '#lib/apps';
import { checkRequest, type Problem } from '#lib/scim/check';
import type { ScimResponse } from '#lib/scim/types';
import { tryOut } from '#lib/world/try-out';
import { hashText } from '#lib/world/core/hash';
import { appName, type AppName } from '../names';
import { appKey, defineView } from '../view';
import { vendorNamed } from './vendor';

/** What a person needs to talk to an application by hand. */
export interface ScimConsole {
	readonly app: AppName;
	readonly token: string;
	/** The tenant URL that the application believes in; its host does not exist. */
	readonly baseUrl: string;
	/** Ids for requests about a single account or group; null: there is none. */
	readonly user: string | null;
	readonly group: string | null;
	readonly schemas: { readonly User: string; readonly Group: string };
	readonly userName: string;
	readonly groups: boolean;
}

export const scimConsole = defineView(z.object({ app: appKey }), (world, { app: key }): ScimConsole => {
	const app = vendorNamed(world, key);
	const definition = definitionOf(app.kind);
	const { accounts, accountsByType } = world.tables;
	const first = (type: string) => {
		const slot = accountsByType.first(accountTypeKey(app.slot, type));
		return slot === undefined ? null : accounts.get(slot)!.resource.id;
	};
	const schemaOf = (name: string) => definition.types.find((type) => type.name === name)?.schema.id ?? '';
	return {
		app: appName(app),
		token: app.token,
		baseUrl: world.sim.apps.of(app.slot).app.baseUrl,
		user: first('User'),
		group: first('Group'),
		schemas: { User: schemaOf('User'), Group: schemaOf('Group') },
		userName: definition.userName,
		groups: definition.types.some(({ name }) => name === 'Group')
	};
});

const written = {
	app: appKey,
	method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
	path: z.string().check(z.maxLength(8000)),
	body: z.optional(z.string().check(z.maxLength(1_048_576)))
};

/** What the RFCs say to a request, by place; nothing is sent. */
export const scimCheck = defineView(z.object(written), (world, { app: key, ...request }): Problem[] =>
	checkRequest(planFor(vendorNamed(world, key).kind).models, request)
);

/** What a conformant provider with the same schemas and the same accounts would answer now; nothing is kept of it. */
export const scimTwin = defineView(
	z.object({ ...written, headers: z.record(z.string(), z.string()) }),
	(world, { app: key, ...request }): ScimResponse => {
		const app = vendorNamed(world, key);
		const { ledger, apps } = world.sim;
		const { store } = apps.of(app.slot);
		const seed = hashText(app.key, ledger.seed);
		const twin = strictTwin(app.kind, { token: app.token, store, seed, now: () => ledger.clock });
		return tryOut(ledger, ledger.here, () => {
			store.begin();
			return twin.answer(request);
		});
	}
);
