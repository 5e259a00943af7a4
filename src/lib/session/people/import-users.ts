import { amountWords, numberWords } from '#lib/views/amounts';
import { readText, type TextError } from '#lib/world/schema-json';
import { columnOf, type Column } from './columns';
import { readCsv } from './csv';
import { readPerson, type Cell, type Person, type RowProblem } from './person';

/** A person as the command `users.import` takes it. */
export interface ImportedUser {
	readonly attributes: { readonly [name: string]: string | boolean | readonly string[] };
	/** The manager's userPrincipalName. */
	readonly manager?: string;
}

export interface ImportedGroup {
	readonly name: string;
	/** By userPrincipalName. */
	readonly members: readonly string[];
}

export interface ImportedPeople {
	readonly users: readonly ImportedUser[];
	readonly groups: readonly ImportedGroup[];
	/** Rows that were left out, each with its reason. */
	readonly problems: readonly RowProblem[];
	/** Headings that nobody here reads. */
	readonly unread: readonly string[];
	/** What to tell the person. */
	readonly sentence: string;
}

export interface PeopleFailure {
	readonly error: TextError;
}

/** What the largest sample company has. */
const MOST_ROWS = 100_000;
const MOST_TEXT = 50_000_000;

interface Entry {
	readonly row: number;
	readonly cells: readonly Cell[];
}

interface Found {
	readonly entries: readonly Entry[];
	readonly groups: readonly ImportedGroup[];
	readonly unread: readonly string[];
	/** What one of them is called. */
	readonly unit: 'Row' | 'Entry';
}

/** People from a CSV file or a JSON document of a stranger: what can be read, and what cannot, row by row. */
export function importUsers(given: unknown, name = 'the file'): ImportedPeople | PeopleFailure {
	const text = typeof given === 'string' ? given : JSON.stringify(given ?? null);
	if (text.length > MOST_TEXT) return failure(`${name} has ${text.length} characters, at most ${MOST_TEXT} are read.`);
	const isJson = /^\ufeff?\s*[[{]/.test(text);
	const found = isJson ? fromJson(text, name) : fromCsv(text, name);
	if ('error' in found) return found;
	if (found.entries.length > MOST_ROWS)
		return failure(`${name} has ${found.entries.length} people, at most ${MOST_ROWS} are read.`);
	return gathered(found, name);
}

function failure(message: string, line = 1, at = 0, column = 1): PeopleFailure {
	return { error: { message, path: '$', at, line, column } };
}

function fromCsv(text: string, name: string): Found | PeopleFailure {
	const read = readCsv(text);
	if ('error' in read) return failure(`Line ${read.error.line} of ${name}: ${read.error.message}.`, read.error.line);
	// The template of the portal begins with its version.
	const records = /^version:/i.test(read[0]?.cells[0] ?? '') ? read.slice(1) : read;
	const [header, ...rows] = records;
	if (!header) return failure(`${name} is empty: its first line must name the columns, such as userPrincipalName.`);
	const columns = header.cells.map(columnOf);
	if (!columns.some(isName))
		return failure(
			`${name} has no column userPrincipalName: its first line names ${header.cells.slice(0, 6).join(', ')}.`,
			header.line
		);
	return {
		entries: rows.map(({ line, cells }) => ({
			row: line,
			cells: columns.flatMap((column, at) => (column ? [{ column, value: cells[at] ?? '' }] : []))
		})),
		groups: [],
		unread: header.cells.filter((heading, at) => heading !== '' && !columns[at]),
		unit: 'Row'
	};
}

function isName(column: Column | null): boolean {
	return column?.kind === 'text' && ['userPrincipalName', 'mail'].includes(column.attribute);
}

type Members = { readonly [member: string]: unknown };
const isObject = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list, an answer of Microsoft Graph, or `{ users, groups }`. */
function fromJson(text: string, name: string): Found | PeopleFailure {
	const read = readText(text, MOST_TEXT);
	if ('error' in read) return read;
	const { value } = read;
	const lists = isObject(value) ? [value.users, value.value, value.people].find(Array.isArray) : value;
	if (!Array.isArray(lists)) return failure(`${name} holds no list of people: one is expected in "users" or "value".`);
	const unread = new Set<string>();
	const entries = lists.map((entry: unknown, index) => ({ row: index + 1, cells: cellsOf(entry, unread) }));
	const groups = isObject(value) && Array.isArray(value.groups) ? value.groups.flatMap(groupOf) : [];
	return { entries, groups, unread: [...unread], unit: 'Entry' };
}

function cellsOf(entry: unknown, unread: Set<string>): Cell[] {
	const members = isObject(entry) && isObject(entry.attributes) ? { ...entry, ...entry.attributes } : entry;
	if (!isObject(members)) return [];
	return Object.entries(members).flatMap(([heading, value]) => {
		const column = columnOf(heading);
		if (!column) {
			if (heading !== 'attributes') unread.add(heading);
			return [];
		}
		return [{ column, value }];
	});
}

function groupOf(entry: unknown): ImportedGroup[] {
	if (!isObject(entry)) return [];
	const name = entry.displayName ?? entry.name;
	if (typeof name !== 'string' || name === '' || name.length > 256) return [];
	const members = Array.isArray(entry.members) ? entry.members : [];
	return [{ name, members: members.filter((member) => typeof member === 'string') }];
}

function gathered({ entries, groups, unread, unit }: Found, file: string): ImportedPeople {
	const people: Person[] = [];
	const problems: RowProblem[] = [];
	const rows = new Map<string, number>();
	for (const { row, cells } of entries) {
		const person = readPerson(cells);
		if ('problem' in person) problems.push({ row, message: `${unit} ${row} of ${file} ${person.problem}.` });
		else {
			const name = person.name.toLowerCase();
			const before = rows.get(name);
			if (before === undefined) {
				rows.set(name, row);
				people.push(person);
			} else
				problems.push({
					row,
					message: `${unit} ${row} of ${file} has the userPrincipalName of ${unit.toLowerCase()} ${before}: ${person.name}.`
				});
		}
	}
	const numbers = new Map(people.map(({ attributes, name }) => [attributes.employeeId, name]));
	return {
		users: people.map((person) => userOf(person, numbers)),
		groups: [...groups, ...groupsOf(people)],
		problems,
		unread,
		sentence: sentence(people.length, problems, unit)
	};
}

/** A manager is named by the sign-in name or by the number that the file gives. */
function userOf({ attributes, manager }: Person, numbers: ReadonlyMap<unknown, string>): ImportedUser {
	if (!manager) return { attributes };
	const found = manager.includes('@') ? manager : numbers.get(manager);
	return { attributes, ...(found !== undefined && { manager: found }) };
}

function groupsOf(people: readonly Person[]): ImportedGroup[] {
	const members = new Map<string, string[]>();
	for (const { name, groups } of people)
		for (const group of groups) {
			const list = members.get(group);
			if (list) list.push(name);
			else members.set(group, [name]);
		}
	return [...members].map(([name, list]) => ({ name, members: list }));
}

function sentence(count: number, problems: readonly RowProblem[], unit: Found['unit']): string {
	const [first] = problems;
	const [one, many] = unit === 'Row' ? ['row', 'rows'] : ['entry', 'entries'];
	const were = count === 1 ? 'was' : 'were';
	if (!first) return `${amountWords(count, one, many)} ${were} read.`;
	const more = problems.length === 1 ? '' : ` ${numberWords(problems.length - 1)} more could not be read either.`;
	const rest = `${amountWords(count, `other ${one}`, `other ${many}`)} ${were} read.`;
	return `${first.message}${more} ${rest}`;
}
