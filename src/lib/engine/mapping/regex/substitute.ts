import { type Budget, StepLimit } from './budget';
import type { Match, Pattern } from './pattern';

/** A piece of a replacement: literal text, a group, or a part of the input. */
type Piece = string | { readonly group: number } | { readonly part: 'before' | 'after' | 'all' };

/** No value of a directory is longer; a replacement that grows beyond is not finished. */
const longest = 200_000;

/** Replaces every match; $1, ${name}, $&, $$ and .NET's other substitutions work in the replacement. */
export function replaceMatches(pattern: Pattern, text: string, replacement: string, budget?: Budget): string {
	const matches = pattern.matches(text, budget);
	let match = matches.next();
	if (!match) return text;
	const pieces = replacement.includes('$') ? readReplacement(replacement, pattern) : [replacement];
	let out = '';
	let done = 0;
	for (; match; match = matches.next()) {
		out += text.slice(done, match[0]);
		for (const piece of pieces) out += write(piece, text, match);
		done = match[1]!;
		if (out.length > longest) throw new StepLimit();
	}
	return out + text.slice(done);
}

/** Replaces in every match only the span of one group. */
export function replaceGroup(
	pattern: Pattern,
	text: string,
	group: number,
	replacement: string,
	budget?: Budget
): string {
	const matches = pattern.matches(text, budget);
	let out = '';
	let done = 0;
	for (let match = matches.next(); match; match = matches.next()) {
		const start = match[group * 2]!;
		if (start < done) continue;
		out += text.slice(done, start) + replacement;
		done = match[group * 2 + 1]!;
		if (out.length > longest) throw new StepLimit();
	}
	return out + text.slice(done);
}

function write(piece: Piece, text: string, match: Match): string {
	if (typeof piece === 'string') return piece;
	if ('group' in piece) {
		const start = match[piece.group * 2]!;
		return start < 0 ? '' : text.slice(start, match[piece.group * 2 + 1]);
	}
	if (piece.part === 'before') return text.slice(0, match[0]);
	return piece.part === 'after' ? text.slice(match[1]) : text;
}

const substitution = /\$(?:([0-9]+)|\{([\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]+)\}|([$&`'+_]))/gu;

function readReplacement(replacement: string, pattern: Pattern): Piece[] {
	const pieces: Piece[] = [];
	let done = 0;
	for (const found of replacement.matchAll(substitution)) {
		const [whole, number, name, sign] = found;
		const piece = sign ? ofSign(sign, pattern) : ofGroup((number ?? name)!, pattern);
		if (piece === undefined) continue; // a group that does not exist stays as it is written
		pieces.push(replacement.slice(done, found.index), piece);
		done = found.index + whole.length;
	}
	pieces.push(replacement.slice(done));
	return pieces;
}

function ofGroup(name: string, pattern: Pattern): Piece | undefined {
	const group = pattern.names.get(/^[0-9]+$/.test(name) ? String(Number(name)) : name);
	return group === undefined ? undefined : { group };
}

function ofSign(sign: string, pattern: Pattern): Piece {
	switch (sign) {
		case '$':
			return '$';
		case '&':
			return { group: 0 };
		case '+':
			return { group: pattern.groups };
		case '`':
			return { part: 'before' };
		case "'":
			return { part: 'after' };
		default:
			return { part: 'all' };
	}
}
