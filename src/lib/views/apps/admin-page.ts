import * as z from 'zod/mini';
import { definitionOf, seatsUsed, type AppDefinition } from '#lib/apps';
import type { Json } from '#lib/engine/base';
import { isObject } from '#lib/scim/types';
import { issuedBy } from '#lib/world/apps/tokens';
import type { AppRow } from '#lib/world/tables/rows';
import { appName, jobOf, type AppName } from '../names';
import { appKey, defineView } from '../view';
import { formOf, type AccountField } from './account-fields';
import { vendorNamed } from './vendor';

/** What an application's own administrator finds on the page of settings. */
export interface AdminPage {
	readonly app: AppName;
	readonly kind: string;
	readonly host: string;
	/** Legacy, fictional, or not SCIM in reality. */
	readonly note: string | null;
	readonly seats: { readonly used: number; readonly total: number | null } | null;
	/** Tables of allowed values. */
	readonly lookups: readonly { readonly table: string; readonly values: readonly string[] }[];
	/** null: the application asks for no domain. */
	readonly domains: readonly { readonly name: string; readonly accepted: boolean }[] | null;
	/** Names that are in use elsewhere at the vendor; null: it has no such thing. */
	readonly taken: readonly string[] | null;
	/** When the newest token ends that it issued, and in how many days (A-201: told from 90 on); null: it has no end. */
	readonly tokenEnd: { readonly at: number; readonly days: number } | null;
	readonly can: {
		readonly upload: boolean;
		readonly joinAtSignIn: boolean;
		readonly invite: boolean;
		readonly groups: boolean;
		/** C-002: a report on all accounts; an application without a job has none. */
		readonly discover: boolean;
	};
	readonly forms: { readonly User: readonly AccountField[]; readonly Group: readonly AccountField[] };
	/** What `schemas` names in a create. */
	readonly schemas: { readonly User: string; readonly Group: string };
}

/** The page of an application's own administrator: another system, with another owner. */
export const adminPage = defineView(z.object({ app: appKey }), (world, { app: key }): AdminPage => {
	const app = vendorNamed(world, key);
	const definition = definitionOf(app.kind);
	const { settings } = app;
	return {
		app: appName(app),
		kind: app.kind,
		host: definition.host,
		note: definition.note ?? null,
		seats: definition.countsSeats
			? {
					used: seatsUsed(world.sim.apps.of(app.slot).store),
					total: typeof settings.seats === 'number' ? settings.seats : null
				}
			: null,
		lookups: Object.entries(objectOf(settings.lookups)).map(([table, values]) => ({
			table,
			values: values as readonly string[]
		})),
		domains: settings.domains === undefined ? null : domainsOf(settings.domains),
		taken: definition.namesElsewhere ? ((settings.taken ?? []) as readonly string[]) : null,
		tokenEnd: endOf(app, world.sim.ledger.clock),
		can: {
			upload: app.kind === 'timecard',
			joinAtSignIn: app.kind === 'larkspur',
			invite: app.kind === 'dropbox',
			groups: definition.types.some(({ name }) => name === 'Group'),
			discover: jobOf(world, app) !== null && world.sim.host.tenant.era.accountDiscovery
		},
		forms: { User: formOf(app.kind, 'User'), Group: formOf(app.kind, 'Group') },
		schemas: { User: schemaOf(definition, 'User'), Group: schemaOf(definition, 'Group') }
	};
});

const day = 86_400_000;

function endOf(app: AppRow, now: number): AdminPage['tokenEnd'] {
	const newest = issuedBy(app)?.at(-1);
	return newest ? { at: newest.ends, days: Math.floor((newest.ends - now) / day) } : null;
}

function schemaOf({ types }: AppDefinition, name: string): string {
	return types.find((type) => type.name === name)?.schema.id ?? '';
}

function objectOf(value: Json | undefined): { readonly [name: string]: Json } {
	return isObject(value ?? null) ? (value as { readonly [name: string]: Json }) : {};
}

function domainsOf(value: Json) {
	return Object.entries(objectOf(value)).map(([name, accepted]) => ({ name, accepted: accepted === true }));
}
