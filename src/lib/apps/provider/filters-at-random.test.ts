import { expect, it } from 'vitest';
import { isObject, type Json, type JsonObject } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import { body, started } from '../testing/started';

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A filter, and what the rules S-225 to S-234 say of a resource, read as plainly as they are written. */
interface Said {
	readonly text: string;
	holds(resource: JsonObject): boolean;
}

const words = ['a', 'A', 'ab', 'ada', 'ADA', 'x y', 'é', 'work', 'home', 'q"q', 'u-1'];
const exact = new Set(['externalId', 'id']);
const paths = ['userName', 'title', 'externalId', 'id', 'emails.value', 'emails.type', 'emails', 'name.givenName'];
const extended = [`${ENTERPRISE_USER}:department`, `${ENTERPRISE_USER}:manager`, 'groups.value'];

function valuesOf(resource: JsonObject, path: string): readonly Json[] {
	const [urn, rest] = path.startsWith('urn:') ? [ENTERPRISE_USER, path.slice(ENTERPRISE_USER.length + 1)] : ['', path];
	const home = urn ? ((resource[urn] ?? {}) as JsonObject) : resource;
	const [name = '', sub = 'value'] = rest.split('.');
	const value = home[name];
	const list = value === undefined ? [] : Array.isArray(value) ? (value as Json[]) : [value];
	return list.flatMap((one) => (isObject(one) ? (one[sub] ?? []) : one));
}

const operators: { readonly [op: string]: (a: string, b: string) => boolean } = {
	eq: (a, b) => a === b,
	ne: (a, b) => a !== b,
	co: (a, b) => a.includes(b),
	sw: (a, b) => a.startsWith(b),
	ew: (a, b) => a.endsWith(b),
	gt: (a, b) => a > b,
	le: (a, b) => a <= b
};

function compared(path: string, op: string, value: string, text: string): Said {
	const as = (one: Json) => (exact.has(path) ? String(one) : String(one).toLowerCase());
	const holds = (resource: JsonObject) => {
		const found = valuesOf(resource, path);
		return found.length ? found.some((one) => operators[op]!(as(one), as(value))) : op === 'ne';
	};
	return { text, holds };
}

function filters(random: () => number, ids: readonly string[]) {
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
	const leaf = (): Said => {
		const path = pick(random() < 0.3 ? extended : paths);
		if (random() < 0.1) return { text: `${path} pr`, holds: (one) => valuesOf(one, path).length > 0 };
		const value = random() < 0.3 ? pick(ids) : pick(words);
		const op = random() < 0.5 ? 'eq' : pick(Object.keys(operators));
		return compared(path, op, value, `${path} ${op} ${JSON.stringify(value)}`);
	};
	const tree = (depth: number): Said => {
		if (depth === 0 || random() < 0.3) return leaf();
		const [first, second] = [tree(depth - 1), tree(depth - 1)];
		if (random() < 0.2) return { text: `not (${first.text})`, holds: (one) => !first.holds(one) };
		if (random() < 0.6)
			return {
				text: `(${first.text}) and (${second.text})`,
				holds: (one) => first.holds(one) && second.holds(one)
			};
		return { text: `(${first.text} or ${second.text})`, holds: (one) => first.holds(one) || second.holds(one) };
	};
	return { pick, next: () => tree(3) };
}

it.each([1, 2, 3])(
	'whatever was written, a filter finds who passes it, in order, by index or without (seed %i)',
	(seed) => {
		const random = numbers(seed);
		const { ask } = started();
		const ids: string[] = [];
		const { pick, next } = filters(random, ids);
		ids.push('nobody');
		const user = () => ({
			schemas: [CORE_USER],
			userName: `${pick(words)}${Math.floor(random() * 9)}`,
			...(random() < 0.6 && { title: pick(words) }),
			...(random() < 0.6 && { externalId: pick(words) }),
			...(random() < 0.5 && { name: { givenName: pick(words) } }),
			...(random() < 0.6 && { emails: [{ value: pick(words), type: 'work' }] }),
			...(random() < 0.6 && { [ENTERPRISE_USER]: { department: pick(words), manager: { value: pick(ids) } } })
		});
		const change = (path: string, ...operations: object[]) =>
			ask('PATCH', path, { schemas: [MESSAGE.patch], Operations: operations });
		const groups = ['one', 'two'].map(
			(displayName) => body(ask('POST', '/Groups', { schemas: [CORE_GROUP], displayName })).id
		);
		for (let step = 0; step < 60; step++) {
			const what = random();
			const id = pick(ids);
			if (what < 0.5) {
				const made = ask('POST', '/Users', user());
				if (made.status === 201) ids.push(body(made).id as string);
			} else if (what < 0.6) ask('PUT', `/Users/${id}`, user());
			else if (what < 0.7) change(`/Users/${id}`, { op: 'replace', path: 'userName', value: pick(words) });
			else if (what < 0.8)
				change(`/Users/${id}`, { op: 'remove', path: pick(['emails', 'externalId', ENTERPRISE_USER]) });
			else if (what < 0.85) ask('DELETE', `/Users/${id}`);
			else change(`/Groups/${pick(groups) as string}`, { op: 'add', path: 'members', value: [{ value: id }] });
		}
		const all = body(ask('GET', '/Users')).Resources as JsonObject[];
		expect(all.length).toBeGreaterThan(10);
		for (let i = 0; i < 150; i++) {
			const { text, holds } = next();
			const found = body(ask('GET', `/Users?attributes=id&filter=${encodeURIComponent(text)}`))
				.Resources as JsonObject[];
			expect(
				found.map(({ id }) => id),
				text
			).toEqual(all.filter(holds).map(({ id }) => id));
		}
	}
);
