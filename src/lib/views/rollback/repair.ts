import type { Json } from '#lib/engine/base';
import type { JsonObject } from '#lib/scim/types';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { Command, World } from '#lib/world';
import { amountWords, numberWords } from '../amounts';
import { historyOf } from '../folds/history';
import type { Chosen } from './choice';
import type { Deed } from './guards';
import { EXISTENCE, stillBad, type RollbackFold, type Touched } from './fold';
import { inOrder, type Turn } from './in-order';
import { operationFor } from './pieces';
import { pathWords, valueWords } from './words';

/** What the application's administrator sends for one account. */
export interface Repair {
	readonly name: string;
	readonly method: 'POST' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly body: JsonObject | null;
	readonly values: readonly { readonly path: string; readonly from: string; readonly to: string }[];
	/** "Zoë Müller: active by hand" */
	readonly what: string;
}

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
/** As many as one command holds. */
export const MOST = 5_000;

/** One request for every account that is still wrong, and one more for each that has to step aside before: in steps. */
export function* repairing(world: World, fold: RollbackFold, most = Infinity): Steps<Repair[]> {
	const history = historyOf(world.sim);
	const wrong = [...fold.touched.values()].filter(({ wrong }) => wrong > 0);
	const turns = yield* inOrder(fold.choice.kind, wrong);
	const repairs: Repair[] = [];
	for (const { one, aside } of turns.slice(0, most)) {
		if (repairs.length % STEP === 0) yield repairs.length;
		const name = history.name('users', one.user, one.seq);
		repairs.push(aside ? steppingAside(one, name, aside) : repairOf(one, name));
	}
	return repairs;
}

function steppingAside({ now }: Touched, name: string, { path, value }: NonNullable<Turn['aside']>): Repair {
	const body = { schemas: [PATCH], Operations: [{ op: 'replace', path, value }] };
	const what = `${name}: ${pathWords(path)} set aside to free its value`;
	return { name, method: 'PATCH', path: `/Users/${now!.id}`, body, values: [], what };
}

/** What restores the values of one account that are still wrong, or one of them. */
export function repairOf({ good, now, values }: Touched, name: string, only?: string): Repair {
	const wrong = [...values.values()].filter((value) => stillBad(value) && (only === undefined || value.path === only));
	const told = wrong.map(({ path, good: to, now: from }) => ({
		path,
		from: valueWords(path, from),
		to: valueWords(path, to)
	}));
	if (wrong.some(({ path }) => path === EXISTENCE)) {
		if (good === null)
			return {
				name,
				method: 'DELETE',
				path: `/Users/${now!.id}`,
				body: null,
				values: told,
				what: `${name}: account deleted by hand`
			};
		const body = { schemas: [USER, ...Object.keys(good.data).filter((key) => key.startsWith('urn:'))], ...good.data };
		return { name, method: 'POST', path: '/Users', body, values: told, what: `${name}: account created again by hand` };
	}
	const operations = wrong.map((value) => operationFor(value.path, value.good, now!.data));
	const body = { schemas: [PATCH], Operations: operations };
	const which = wrong.map(({ path }) => pathWords(path)).join(', ');
	return { name, method: 'PATCH', path: `/Users/${now!.id}`, body, values: told, what: `${name}: ${which} by hand` };
}

export function requestOf({ method, path, body, what }: Repair) {
	return { method, path, what: what.slice(0, 300), ...(body && { body: JSON.stringify(body) }) };
}

/** Things that the administrator does, each of which one undo takes back: one, where there are not very many accounts. */
export function* repairCommands(
	{ app }: Chosen,
	repairs: readonly Repair[],
	most = MOST
): Generator<Command, void, void> {
	for (let from = 0; from < repairs.length; from += most) {
		const requests = repairs.slice(from, from + most).map(requestOf);
		yield { verb: 'app.requests', args: { app: app.key, requests } as Json };
	}
}

/** The first of them, and how many accounts it restores and leaves for the next; null: nothing is wrong. */
export function* firstRepair(world: World, chosen: Chosen): Steps<Deed | null> {
	const { app, fold } = chosen;
	const repairs = fold ? yield* repairing(world, fold, MOST) : [];
	const [command] = repairCommands(chosen, repairs);
	if (!command) return null;
	const count = repairs.filter(({ values }) => values.length > 0).length;
	const left = [...fold!.touched.values()].filter(({ wrong }) => wrong > 0).length - count;
	const sentence =
		left > 0
			? `${app.name}: ${amountWords(count, 'account')} restored, ${numberWords(left)} to go.`
			: `The last known good values were restored in ${app.name}.`;
	return { command, sentence };
}

/** One row a value: what an administrator types or uploads. */
export const repairRows = (repairs: readonly Repair[]) =>
	repairs.flatMap(({ name, path, values }) =>
		values.map((value) => [name, path.replace('/Users/', ''), value.path, value.from, value.to])
	);

/** The requests one after another, as HTTP clients read them. The token is not written down. */
export function* repairScript({ app }: Chosen, repairs: readonly Repair[]): Steps<string> {
	const head = `# ${app.name}: ${numberWords(repairs.length)} requests that restore the last known good values.\n`;
	const requests: string[] = [];
	for (const { method, path, body, what } of repairs) {
		if (requests.length % STEP === 0) yield requests.length;
		const lines = [`### ${what}`, `${method} {{baseUrl}}${path}`, 'Authorization: Bearer {{token}}'];
		if (body) lines.push('Content-Type: application/scim+json', '', JSON.stringify(body, null, 2));
		requests.push(lines.join('\n'));
	}
	return `${head}\n${requests.join('\n\n')}\n`;
}
