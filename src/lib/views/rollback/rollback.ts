import * as z from 'zod/mini';
import type { Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import { accountName } from '../apps/account-names';
import { historyOf } from '../folds/history';
import { directoryJobs } from '../names';
import { profileOf } from '../profile';
import { defineLongView } from '../long-view';
import { appKey, defineView, pageOf, slot, window, type Page } from '../view';
import { foundAttributes, type FoundAttribute } from './attributes';
import { rightConfig } from './cause';
import { choiceArgs, choosing, chosenIn, type Chosen } from './choice';
import { stillBad, type Moment } from './fold';
import { foundCycles, type FoundCycle } from './found';
import { guardsOf, type Guard } from './guards';
import { firstRepair, repairing, repairOf, repairRows, repairScript, requestOf, type Repair } from './repair';
import { pathWords, valueWords } from './words';
import type { Version } from './versions';
import { needleOf, searchable } from '../search-text';

/** One value of one person: step 2. */
export interface FoundValue {
	readonly user: number;
	readonly account: number;
	readonly name: string;
	readonly path: string;
	readonly attribute: string;
	readonly good: string;
	readonly bad: string;
	readonly now: string;
	readonly state: 'wrong' | 'right' | 'changed since';
	readonly since: number;
	readonly seq: number;
	/** What its administrator sends to restore this one value; null: it is not wrong. */
	readonly request: ReturnType<typeof requestOf> | null;
}

export interface Rollback {
	readonly app: { readonly key: string; readonly name: string };
	readonly cycles: readonly FoundCycle[];
	readonly versions: readonly { readonly number: number; readonly saved: Version['saved'] }[];
	/** null: nothing was chosen yet. */
	readonly found: {
		readonly operations: number;
		readonly people: number;
		/** Accounts with a wrong value. */
		readonly wrongPeople: number;
		readonly wrong: number;
		readonly attributes: readonly FoundAttribute[];
		readonly values: Page<FoundValue>;
		readonly guards: readonly Guard[];
		readonly clock: {
			readonly from: number;
			/** null: it still runs. */
			readonly to: number | null;
			readonly now: number;
			readonly moments: readonly Moment[];
		} | null;
	} | null;
}

/** Where a drill can take place: applications with a job and accounts of their own, so none to or from HR. */
export const rollbackApps = defineView(z.object({}), (world) =>
	directoryJobs(world).flatMap(({ app: of, slot: job }) => {
		const app = world.tables.apps.get(of)!;
		if (profileOf(app).template) return [];
		return { key: app.key, name: app.name, cycles: world.tables.cyclesByJob.get(job).length };
	})
);

const shownMoments = 400;

/** The planning guide's three steps for one application, as far as the choice goes. */
export const rollback = defineLongView(
	z.object({ ...choiceArgs, attribute: z.optional(z.string().check(z.maxLength(400))), ...window }),
	function* (world, asked): Steps<Rollback> {
		const chosen = yield* choosing(world, asked);
		const { app, versions, fold } = chosen;
		const base = {
			app: { key: app.key, name: app.name },
			cycles: foundCycles(world, chosen, asked.person),
			versions: versions.list.map(({ number, saved }) => ({ number, saved }))
		};
		if (!fold) return { ...base, found: null };
		const attributes = yield* foundAttributes(world, rightConfig(world, asked, chosen), fold);
		const history = historyOf(world.sim);
		const all = [...fold.touched.values()].flatMap((one) => [...one.values.values()].map((value) => ({ one, value })));
		const wanted = asked.attribute === undefined ? all : all.filter(({ value }) => value.path === asked.attribute);
		const last = fold.moments.at(-1);
		return {
			...base,
			found: {
				operations: fold.operations,
				people: fold.touched.size,
				wrongPeople: [...fold.touched.values()].filter(({ wrong }) => wrong > 0).length,
				wrong: fold.wrong,
				attributes,
				values: pageOf(wanted, all.length, asked, ({ one, value }): FoundValue => {
					const name = history.name('users', one.user, one.seq);
					const row = world.tables.accounts.get(one.account);
					return {
						user: one.user,
						account: one.account,
						name: name || (row ? accountName(app.kind, row) : ''),
						path: value.path,
						attribute: pathWords(value.path),
						good: valueWords(value.path, value.good),
						bad: valueWords(value.path, value.bad),
						now: valueWords(value.path, value.now),
						state: stillBad(value)
							? 'wrong'
							: valueWords('', value.now) === valueWords('', value.good)
								? 'right'
								: 'changed since',
						since: one.since,
						seq: one.seq,
						request: stillBad(value) ? requestOf(repairOf(one, name, value.path)) : null
					};
				}),
				guards: guardsOf(world, asked, chosen, fold, attributes),
				clock:
					fold.first === null
						? null
						: {
								from: fold.first,
								to: fold.wrong === 0 ? (last?.at ?? fold.first) : null,
								now: world.clock,
								moments: fold.moments.slice(-shownMoments)
							}
			}
		};
	}
);

/** What restores them, or the first of them: asked for when somebody does it, for it holds all its requests. */
export const rollbackRepair = defineLongView(z.object(choiceArgs), function* (world, asked) {
	return yield* firstRepair(world, yield* choosing(world, asked));
});

function* repairsChosen(world: World, { fold }: Chosen): Steps<readonly Repair[]> {
	return fold ? yield* repairing(world, fold) : [];
}

/** Step 3 for the application owner: a table of values. */
export const rollbackValues = defineLongView(z.object(choiceArgs), function* (world, asked) {
	return repairRows(yield* repairsChosen(world, yield* choosing(world, asked)));
});

/** The same as a script of requests. */
export const rollbackRequests = defineLongView(z.object(choiceArgs), function* (world, asked) {
	const chosen = yield* choosing(world, asked);
	return yield* repairScript(chosen, yield* repairsChosen(world, chosen));
});

/** Whom step 1 can be narrowed to: people whose accounts the job has changed. */
export const rollbackPeople = defineView(
	z.object({ app: appKey, search: z._default(z.string().check(z.maxLength(200)), ''), count: z._default(slot, 20) }),
	(world, { app, search, count }) => {
		const { job } = chosenIn(world, { app });
		const history = historyOf(world.sim);
		const wanted = needleOf(search);
		const found: { user: number; name: string }[] = [];
		for (const link of world.tables.linksByJob.get(job.slot)) {
			const { kind, source } = world.tables.links.get(link)!;
			if (kind !== 'user') continue;
			const name = history.name('users', source);
			if (!searchable(name).includes(wanted)) continue;
			found.push({ user: source, name });
			if (found.length === count) break;
		}
		return found;
	}
);
