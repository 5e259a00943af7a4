import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import { catalogue } from '#lib/apps';
import { accessToken } from '#lib/apps/provider/auth';
import { templateOf } from '#lib/hr/templates';
import { addApp, kindOfKey } from '../apps/add';
import { jobObjection } from '../inbound/gallery';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { appOf, define, Refused } from './command';

const app = z.string().check(z.minLength(1), z.maxLength(60));
const jsonValue: z.ZodMiniType<Json> = z.json() as z.ZodMiniType<Json>;

const request = z.object({
	method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
	path: z.string().check(z.minLength(1), z.maxLength(4000)),
	body: z.optional(z.string().check(z.maxLength(1_048_576))),
	/** What the application's administrator did, in plain words. */
	what: z.string().check(z.maxLength(300))
});
type Asked = z.output<typeof request>;

function change(sim: Simulation, key: string, changed: (before: AppRow) => AppRow): void {
	const before = appOf(sim, key);
	sim.writer.put('apps', before.slot, changed(before));
}

function galleryName(key: string): string {
	return templateOf(key)?.name ?? catalogue.find(({ id }) => id === kindOfKey(key))?.name ?? key;
}

function inGallery(sim: Simulation, key: string): void {
	const template = templateOf(kindOfKey(key));
	if (!template && !catalogue.some(({ id }) => id === kindOfKey(key))) throw new Refused(`The gallery has no ${key}.`);
	// A job from or to a human-resources system needs one to connect to.
	const objection = template && jobObjection(sim, template);
	if (objection) throw new Refused(objection);
}

export const apps = {
	'app.add': define({
		schema: z.object({ app }),
		describe: (_sim, args) => `Add ${galleryName(args.app)} from the gallery`,
		apply(sim, args, cause) {
			if (sim.tables.appsByKey.first(args.app) !== undefined)
				throw new Refused(`${galleryName(args.app)} is in this tenant already.`);
			inGallery(sim, args.app);
			addApp(sim, args.app, cause);
		}
	}),
	'app.set': define({
		schema: z.object({ app, settings: z.record(z.string().check(z.maxLength(60)), jsonValue) }),
		describe: (sim, { app, settings }) => `Set ${Object.keys(settings).join(', ')} in ${appOf(sim, app).name}`,
		apply(sim, { app, settings }) {
			change(sim, app, (before) => ({ ...before, settings: { ...before.settings, ...settings } }));
		}
	}),
	'app.request': define({
		schema: z.extend(request, { app }),
		describe: (_sim, { what }) => what,
		apply: (sim, { app, ...one }, cause) => asAdministrator(sim, app, one, cause)
	}),
	/** A script of requests: all of it is done, or nothing. */
	'app.requests': define({
		schema: z.object({ app, requests: z.array(request).check(z.minLength(1), z.maxLength(5000)) }),
		describe: (sim, { app, requests }) => `Run ${requests.length} requests by hand in ${appOf(sim, app).name}`,
		apply(sim, { app, requests }, cause) {
			for (const one of requests)
				try {
					asAdministrator(sim, app, one, cause);
				} catch (error) {
					if (error instanceof Refused) throw new Refused(`${one.what}: ${error.message}`);
					throw error;
				}
		}
	})
};

/** An application that keeps accounts: a job from or to human resources has none of its own. */
export function keeperOf(sim: Simulation, key: string): AppRow {
	const row = appOf(sim, key);
	if (templateOf(row.kind)) throw new Refused(`${row.name} keeps no accounts of its own.`);
	return row;
}

/** What strikes a request on its way strikes the service: an administrator works in the application itself. */
function asAdministrator(sim: Simulation, app: string, { method, path, body, what }: Asked, cause: number): void {
	const row = keeperOf(sim, app);
	const headers = { Authorization: `Bearer ${accessToken(row)}`, 'Content-Type': 'application/scim+json' };
	const { app: provider, store } = sim.apps.of(row.slot);
	store.begin();
	const response = provider.answer({ app: row.slot, method, path, headers, body });
	if (response.status >= 400) throw new Refused(detailOf(response.body) ?? `${row.name} answered ${response.status}.`);
	sim.writer.tell('account.changed', 'C-036', cause, 'apps', row.slot, 0, what);
}

function detailOf(body: string | undefined): string | null {
	try {
		const parsed = JSON.parse(body ?? '') as { detail?: unknown };
		return typeof parsed.detail === 'string' ? parsed.detail : null;
	} catch {
		return null;
	}
}
