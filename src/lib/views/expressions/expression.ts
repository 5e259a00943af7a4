import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import {
	CompiledExpression,
	compileExpression,
	evaluateWithTrace,
	expressionWarnings,
	functionNamed,
	isKnown,
	nodesOf,
	placeOf,
	type TracedEvaluation,
	type TraceNode
} from '#lib/engine/mapping';
import { appKey, defineView, slot } from '../view';
import { sourceNames } from './attributes';
import { nameOf, Records } from './records';
import { taken } from './taken';

export const expressionArgs = {
	/** Whose mappings it is for: its users then have assignments and roles. */
	app: z._default(z.nullable(appKey), null),
	object: z._default(z.enum(['users', 'groups']), 'users'),
	text: z.string().check(z.maxLength(20_000)),
	/** The target attribute that the result is meant for. */
	target: z._default(z.nullable(z.string().check(z.maxLength(300))), null)
};

/** Something to say about a place in the text. */
export interface Remark {
	readonly severity: 'error' | 'warning';
	readonly message: string;
	readonly start: number;
	readonly end: number;
	readonly line: number;
	readonly column: number;
}

export interface ExpressionAnswer {
	readonly remarks: readonly Remark[];
	/** Source attributes that it reads. */
	readonly attributes: readonly string[];
	/** Null: it cannot be read, or nobody was chosen. */
	readonly result: TracedEvaluation['result'] | null;
	readonly trace: TraceNode | null;
	readonly chosen: { readonly slot: Slot; readonly name: string } | null;
	/** What the chosen object has for each attribute that is read. */
	readonly values: { readonly [attribute: string]: string };
}

const args = z.object({ ...expressionArgs, chosen: z._default(z.nullable(slot), null) });

/** One expression: what is wrong with it, and what it gives for one object, step by step. */
export const expression = defineView(args, (world, asked): ExpressionAnswer => {
	const { text } = asked;
	const records = new Records(world, asked.app, asked.object);
	const row = asked.chosen === null ? null : records.row(asked.chosen);
	const chosen = row && { slot: row.slot, name: nameOf(row) };
	const compiled = compileExpression(text);
	if (!(compiled instanceof CompiledExpression)) {
		const { message, at } = compiled;
		const remark: Remark = { severity: 'error', message, start: at, end: endOfWord(text, at), ...placeOf(text, at) };
		return { remarks: [remark], attributes: [], result: null, trace: null, chosen, values: {} };
	}
	const known = sourceNames(records).map(({ name }) => name);
	const doubts = [...unknownNames(compiled, known), ...strangers(compiled), ...expressionWarnings(compiled.tree)];
	const remarks = doubts.map(({ message, start, end }): Remark => ({
		severity: 'warning',
		message,
		start,
		end,
		...placeOf(text, start)
	}));
	const { attributes } = compiled;
	if (!row) return { remarks, attributes, result: null, trace: null, chosen, values: {} };
	const source = records.record(row);
	const { now, tenant } = world.sim.host;
	const traced = evaluateWithTrace(text, {
		source,
		now,
		defaultDomain: tenant.defaultDomain,
		existing: taken(records, asked.target),
		random: seeded(row.slot)
	}) as TracedEvaluation;
	const values = Object.fromEntries(attributes.map((name) => [name, JSON.stringify(source[name] ?? null)]));
	return { remarks, attributes, ...traced, chosen, values };
});

/** The word at a place, or its one sign. */
function endOfWord(text: string, at: number): number {
	return at + Math.max(1, /^[A-Za-z0-9_]*/.exec(text.slice(at))![0].length);
}

/** Functions of another service: none of the jobs here is one of cloud sync. */
function strangers({ tree }: CompiledExpression) {
	return nodesOf(tree).flatMap((node) => {
		if (node.kind !== 'call' || functionNamed(node.name)?.profile !== 'cloudSync') return [];
		const message = `${node.name} is known to cloud sync only: a provisioning job may refuse it.`;
		return [{ message, start: node.start, end: node.end }];
	});
}

function unknownNames({ text, tree }: CompiledExpression, known: readonly string[]) {
	const found: { message: string; start: number; end: number }[] = [];
	for (const node of nodesOf(tree)) {
		if (node.kind !== 'attribute' || isKnown(node.name, known)) continue;
		const message = `No object of the source has an attribute ${node.name}: its value is null.`;
		found.push({ message, start: node.start, end: Math.min(node.end, text.length) });
	}
	return found;
}

/** Guid and RandomString give the same again when a screen asks again. */
export function seeded(seed: number): () => number {
	let state = (Math.imul(seed + 1, 0x9e3779b9) | 1) >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}
