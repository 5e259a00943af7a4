import { after, ScriptError, type Place } from './error';
import { split, words } from './split';
import { operations, type CycleWord, type Expected, type Group, type Operation } from './tree';

const shape = /^([A-Za-z]+)(?:\s+(\d+))?\s*(\[.*\])?$/;
/** What cannot begin an error code: an index, a range, a newcomer, a guest or another extra object. */
const isId = /^(?:\d+(?:-\d+)?|[NG]\d+|(?:svc|mbx)\d+)$/;

/** What a cycle is expected to have done: none, or operations between semicolons. */
export function parseExpected(text: string, kind: CycleWord, place: Place): Expected[] {
	if (text.trim() === 'none') return [];
	return split(text, ';').map((piece) => parseOperation(piece.text, kind, after(place, piece.offset)));
}

function parseOperation(text: string, kind: CycleWord, place: Place): Expected {
	const [, name, count, list] = shape.exec(text) ?? [];
	if (name === undefined)
		throw new ScriptError(`${text || 'nothing'} is not an operation: a name, a number, and objects in brackets`, place);
	if (!(operations as readonly string[]).includes(name))
		throw new ScriptError(`There is no operation ${name}; there are ${operations.join(', ')}`, place);
	if (count === undefined && list === undefined) throw new ScriptError(`${name} needs a number or objects`, place);
	const operation = name as Operation;
	return {
		place,
		operation,
		count: count === undefined ? null : Number(count),
		groups: list === undefined ? null : parseGroups(list, operation, kind, after(place, text.lastIndexOf(list)))
	};
}

function parseGroups(list: string, operation: Operation, kind: CycleWord, place: Place): Group[] {
	const inside = list.slice(1, -1);
	let offset = 1;
	return inside.split(',').map((text) => {
		const start = after(place, offset);
		offset += text.length + 1;
		return parseGroup(text, operation, kind, start);
	});
}

function parseGroup(text: string, operation: Operation, kind: CycleWord, start: Place): Group {
	const all = words(text);
	if (all.length === 0) throw new ScriptError('Objects are missing here', start);
	const place = after(start, all[0]!.offset);
	const named = all.map((word) => word.text);
	if (operation !== 'fail') return { place, ids: named, code: null };
	if (kind === 'probe') return { place, ids: [], code: named.join(' ') };
	const first = named.findIndex((word, n) => n > 0 && !isId.test(word));
	if (first < 0) return { place, ids: named, code: null };
	return { place, ids: named.slice(0, first), code: named.slice(first).join(' ') };
}
