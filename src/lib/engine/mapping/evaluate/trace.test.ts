import { describe, expect, it } from 'vitest';
import '../functions';
import { evaluateWithTrace, type TraceNode } from './trace';

function traced(text: string, source: Record<string, string | null> = {}) {
	const result = evaluateWithTrace(text, { source, now: '2025-07-30T12:00:00Z' });
	if (!('trace' in result)) throw new Error(result.message);
	return result;
}
/** The outcomes of all sub-expressions by their text. */
function outcomes(node: TraceNode): Record<string, unknown> {
	return Object.assign({ [node.text]: node.outcome }, ...node.children.map(outcomes));
}

describe('the trace of an evaluation', () => {
	it('keeps the value and kind of every sub-expression with its place and parameter', () => {
		const { result, trace } = traced('Append(ToUpper([a]), "-x")', { a: 'b' });
		expect(result).toEqual({ value: 'B-x' });
		expect(trace).toMatchObject({
			text: 'Append(ToUpper([a]), "-x")',
			parameter: null,
			outcome: { value: 'B-x', kind: 'text' },
			children: [
				{
					text: 'ToUpper([a])',
					start: 7,
					end: 19,
					parameter: 'source',
					children: [{ text: '[a]', outcome: { value: 'b' } }]
				},
				{ text: '"-x"', parameter: 'suffix', kind: 'text' }
			]
		});
	});

	it('G-012: says why the other branch of IIF was not taken, all of its parts included', () => {
		const { trace } = traced('IIF([a]="1", [b], ToLower([c]))', { a: '1', b: 'x' });
		expect(outcomes(trace)).toMatchObject({
			'[a]="1"': { value: 'True', kind: 'boolean' },
			'[b]': { value: 'x' },
			'ToLower([c])': { skipped: 'the condition is True' },
			'[c]': { skipped: 'the condition is True' }
		});
	});

	it('G-012: says for every key of Switch why it was not chosen', () => {
		const { trace } = traced('Switch([a], [d], "1", "one", "2", "two", "3", "three")', { a: '2' });
		expect(outcomes(trace)).toMatchObject({
			'"one"': { skipped: 'the key "1" is not "2"' },
			'"two"': { value: 'two' },
			'"three"': { skipped: 'an earlier key already matches "2"' },
			'[d]': { skipped: 'a key matches, so the default is not needed' }
		});
	});

	it('G-012: says that Coalesce and SelectUniqueValue had enough', () => {
		expect(outcomes(traced('Coalesce([a], "b", "c")').trace)).toMatchObject({
			'[a]': { kind: 'null' },
			'"c"': { skipped: 'an earlier argument has a value' }
		});
		expect(outcomes(traced('SelectUniqueValue("a", "b")').trace)).toMatchObject({
			'"b"': { skipped: 'an earlier rule gave a value that is free' }
		});
	});

	it('E-002: marks the function that failed, and what was not reached after it', () => {
		const { result, trace } = traced('Append(CDate([d]), "x")', { d: 'soon' });
		expect(result).toMatchObject({ error: 'eval', at: 13 });
		expect(outcomes(trace)).toMatchObject({
			'CDate([d])': { error: 'CDate: expression (argument 1) "soon" is not a date that CDate reads' },
			'"x"': { skipped: 'it was not reached' }
		});
	});

	it('E-004: shows a flow signal as one', () => {
		expect(traced('IgnoreFlowIfNullOrEmpty([a])').trace.outcome).toEqual({ flow: 'ignore', kind: 'signal' });
	});
});
