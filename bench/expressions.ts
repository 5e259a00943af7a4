/**
 * What an expression costs: the published expressions, compiled once and evaluated for 100,000 users, beside
 * hand-written JavaScript that does the same; and a list of twenty mappings as a job has them.
 * Run it with `node bench/run.mjs bench/expressions.ts`.
 */
import { readFileSync } from 'node:fs';
import {
	CompiledExpression,
	compileExpression,
	CompiledMappings,
	createContext,
	type Source
} from '#lib/engine/mapping';
import { handWritten, mappings } from './expressions-by-hand';

const users = 100_000;
const givenNames = ['John', 'María', 'Zoë', 'Hiroshi', 'Sarah', 'Jan', 'Rebecca', 'Klaus'];
const familyNames = ['Smith', 'José González', "O'Connor", 'Tanaka', 'Johnson', 'van der Berg', 'Müller', 'Brown'];

const people: Source[] = Array.from({ length: users }, (_, n) => {
	const given = givenNames[n % 8]!;
	const family = familyNames[(n >> 3) % 8]!;
	return Object.freeze({
		givenName: given,
		surname: family,
		PreferredFirstName: given,
		PreferredLastName: family,
		firstName: given,
		lastName: family,
		displayName: `${given} ${family}`,
		userPrincipalName: `${given}.${n}@contoso.com`,
		mail: `user${n}@contoso.com`,
		mailNickname: `user${n}`,
		objectId: `39aa00aa-bb11-${n}`,
		IsSoftDeleted: n % 50 === 0,
		department: n % 2 ? 'Sales' : 'Engineering',
		jobTitle: 'Archivist',
		city: 'London',
		City: 'Seattle',
		country: 'US',
		telephoneNumber: `+1 (206) 291-${n % 10_000} x8125`,
		mobile: '+44 20 7946 0958',
		PrimaryWorkTelephone: '+1 (555) 123-4567',
		Active: n % 3 ? '1' : '0',
		StatusHireDate: '2025-08-10',
		state: 'QLD',
		employeeId: `000${n}`,
		WorkerID: `000${n}`,
		UserID: `us[er]:${n}`,
		preferredLanguage: 'EN-US',
		BusinessTitle: 'Product Developer',
		endDate: '12/31/2025 12:00:00 AM'
	});
});

interface Published {
	readonly id: string;
	readonly expression: string;
}
/** From the project's root folder: the bundle of this program lies elsewhere. */
const fixture = 'tests/fixtures/vectors/real-world-expressions.json';
const published = (JSON.parse(readFileSync(fixture, 'utf8')) as Published[]).flatMap(({ id, expression }) => {
	const compiled = compileExpression(expression);
	return compiled instanceof CompiledExpression ? [{ id, compiled }] : [];
});

const context = createContext({ source: people[0]!, now: '2025-07-30T12:00:00Z', defaultDomain: 'contoso.com' });

function microseconds(times: number, work: (n: number) => void): number {
	for (let n = 0; n < Math.min(times, 5000); n++) work(n);
	const from = performance.now();
	for (let n = 0; n < times; n++) work(n);
	return ((performance.now() - from) * 1000) / times;
}

const line = (name: string, value: string) => console.log(`${name.padEnd(62)} ${value.padStart(14)}`);
const perSecond = (us: number) => `${Math.round(1_000_000 / us).toLocaleString('en')}/s`;

line(`${published.length} published expressions, each for 10,000 users:`, '');
const each = published.map(({ id, compiled }) => ({
	id,
	us: microseconds(10_000, (n) => {
		context.source = people[n]!;
		compiled.result(context);
	})
}));
const mean = each.reduce((sum, { us }) => sum + us, 0) / each.length;
line('  mean of all', `${mean.toFixed(2)} µs`);
line('  expressions a second', perSecond(mean));
for (const { id, us } of each.toSorted((one, two) => two.us - one.us).slice(0, 3))
	line(`  dearest: ${id}`, `${us.toFixed(2)} µs`);

line(`\n${handWritten.length} of them beside JavaScript by hand, each for ${users.toLocaleString('en')} users:`, '');
let interpreted = 0;
let byHand = 0;
for (const { id, run } of handWritten) {
	const compiled = published.find((one) => one.id === id)!.compiled;
	for (const source of people.slice(0, 1000)) {
		context.source = source;
		const result = compiled.result(context);
		const wanted = run(source);
		if (!('value' in result) || JSON.stringify(result.value) !== JSON.stringify(wanted)) {
			throw new Error(`${id}: ${JSON.stringify(result)} is not ${JSON.stringify(wanted)}`);
		}
	}
	const us = microseconds(users, (n) => {
		context.source = people[n]!;
		compiled.evaluate(context);
	});
	const js = microseconds(users, (n) => run(people[n]!));
	interpreted += us;
	byHand += js;
	line(`  ${id}`, `${us.toFixed(2)} / ${js.toFixed(2)} µs`);
}
line('  expressions a second, interpreted', perSecond(interpreted / handWritten.length));
line('  expressions a second, by hand', perSecond(byHand / handWritten.length));
line('  ratio', `${(interpreted / byHand).toFixed(2)}`);

const list = new CompiledMappings(mappings);
line(`\n${mappings.length} mappings of a job, on creation, for ${users.toLocaleString('en')} users:`, '');
line(
	'  a user',
	`${microseconds(users, (n) => {
		context.source = people[n]!;
		list.forCreate(context);
	}).toFixed(2)} µs`
);
