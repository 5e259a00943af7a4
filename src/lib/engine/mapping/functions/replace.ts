import { type Call, fail, failCall, isFilled, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import type { Slot } from '../language/tree';
import { compilePattern, Pattern, replaceGroup, replaceMatches, StepLimit } from '../regex';
import { type FunctionEntry, optional, required } from './entry';
import { longestText } from './join';

/** The slots by their names. */
const oldValue = 1;
const regexPattern = 2;
const regexGroupName = 3;
const replacementValue = 4;
const replacementAttributeName = 5;
const template = 6;

/** The filled slots must form one of the documented modes; a filled oldValue decides. */
function checkMode(slots: readonly Slot[]): string | undefined {
	const has = (slot: number) => slots[slot] !== undefined && slots[slot].kind !== 'empty';
	if (has(oldValue)) {
		return has(replacementValue) || has(template) ? undefined : 'oldValue needs a replacementValue or a template';
	}
	if (!has(regexPattern)) return 'needs an oldValue or a regexPattern';
	if (has(replacementValue) || (has(regexGroupName) && has(replacementAttributeName))) return undefined;
	return 'regexPattern needs a replacementValue, or a regexGroupName and a replacementAttributeName';
}

function replace(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	const old = text(call, oldValue, context);
	const pattern = text(call, regexPattern, context);
	const group = text(call, regexGroupName, context);
	const replacement = text(call, replacementValue, context);
	const attribute = text(call, replacementAttributeName, context);
	const frame = text(call, template, context);
	if (isFilled(call, oldValue)) {
		if (source === null) return null;
		if (old === null || old === '') fail(call, oldValue, old, 'is empty, so it occurs nowhere');
		if (isFilled(call, replacementValue)) return replaceText(call, source, old, replacement ?? '');
		return frame === null ? null : replaceText(call, frame, old, source);
	}
	if (isFilled(call, regexGroupName) && isFilled(call, replacementAttributeName)) {
		if (source !== null && source !== '') return source;
		return attribute === null ? null : groupOf(call, attribute, pattern, group, context);
	}
	if (source === null) return null;
	const compiled = compiledPattern(call, pattern);
	return bounded(call, () => {
		if (!isFilled(call, regexGroupName)) return replaceMatches(compiled, source, replacement ?? '', context.budget);
		return replaceGroup(compiled, source, numberOf(call, compiled, group), replacement ?? '', context.budget);
	});
}

function replaceText(call: Call, text: string, old: string, by: string): string {
	const parts = text.split(old);
	if (text.length + (parts.length - 1) * (by.length - old.length) > longestText) {
		failCall(call, 'the text grows too long');
	}
	return parts.join(by);
}

/** What a group matches in the replacement attribute; null when the pattern matches nowhere. */
function groupOf(
	call: Call,
	attribute: string,
	pattern: string | null,
	name: string | null,
	context: Context
): string | null {
	const compiled = compiledPattern(call, pattern);
	const group = numberOf(call, compiled, name);
	return bounded(call, () => {
		const match = compiled.matches(attribute, context.budget).next();
		if (!match) return null;
		return match[group * 2]! < 0 ? '' : attribute.slice(match[group * 2], match[group * 2 + 1]);
	});
}

function compiledPattern(call: Call, pattern: string | null): Pattern {
	if (pattern === null) fail(call, regexPattern, null, 'is no pattern');
	const compiled = compilePattern(pattern);
	if (compiled instanceof Pattern) return compiled;
	return fail(call, regexPattern, pattern, `is no valid pattern: ${compiled.message}, at ${compiled.at}`);
}

function numberOf(call: Call, pattern: Pattern, name: string | null): number {
	return pattern.names.get(name ?? '') ?? fail(call, regexGroupName, name, 'is no group of the pattern');
}

function bounded<Result>(call: Call, run: () => Result): Result {
	try {
		return run();
	} catch (error) {
		if (error instanceof StepLimit) failCall(call, error.message);
		throw error;
	}
}

export const replaceFunctions: readonly FunctionEntry[] = [
	{
		name: 'Replace',
		family: 'Replacing',
		parameters: [
			required('source', 'text', 'The text to change.'),
			optional('oldValue', 'text', 'The text to look for in source, or in template. Literal and case-sensitive.'),
			optional('regexPattern', 'text', 'A .NET regular expression to look for instead.'),
			optional('regexGroupName', 'text', 'The name of a group of the pattern.'),
			optional('replacementValue', 'text', 'What takes the place; with a pattern, $1 and ${name} stand for groups.'),
			optional('replacementAttributeName', 'text', 'Another attribute, used when source has no value.'),
			optional('template', 'text', 'A text in which every oldValue becomes source.')
		],
		slots: [1, 7],
		returns: 'text',
		description:
			'Replaces within a text, case-sensitively. With oldValue and replacementValue every occurrence; with oldValue and template the other way round; with regexPattern every match, or only one group of it.',
		documented: 'reference',
		examples: [
			{
				expression: 'Replace([preferredLanguage], "-", , , "_", , )',
				source: { preferredLanguage: 'EN-US' },
				gives: { value: 'EN_US' }
			},
			{
				expression: 'Replace([mobile], , "[()\\\\s-]+", , "", , )',
				source: { mobile: '+1 (999) 888-7777' },
				gives: { value: '+19998887777' }
			},
			{
				expression: 'Replace([name], , "(?<first>\\\\w+) (?<last>\\\\w+)", , "${last}", , )',
				source: { name: 'Ada Byron' },
				gives: { value: 'Byron' }
			},
			{
				expression: 'Replace([mailNickname], "<u>", , , , , "<u>@contoso.com")',
				source: { mailNickname: 'ada' },
				gives: { value: 'ada@contoso.com' }
			},
			{
				expression: 'Replace([telephoneNumber], , "\\\\+(?<code>\\\\d* )(?<number>\\\\d{10})", "number", , [mobile], )',
				source: { mobile: '+91 8887779999' },
				gives: { value: '8887779999' }
			}
		],
		check: checkMode,
		run: replace
	}
];
