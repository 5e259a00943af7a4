import * as z from 'zod/mini';
import {
	evaluateExpression,
	functionNamed,
	functions,
	signature,
	type FunctionEntry,
	type Parameter
} from '#lib/engine/mapping';
import { NotThere } from '../names';
import { defineView } from '../view';

/** A function as the editor and the reference page know it. */
export interface FunctionData {
	readonly name: string;
	readonly family: string;
	readonly signature: string;
	readonly parameters: readonly Parameter[];
	/** Known to cloud sync only. */
	readonly isCloudSync: boolean;
	readonly returns: string;
	readonly description: string;
	/** Where it is documented; empty: its meaning is our assumption. */
	readonly documented: string;
}

export interface FunctionExample {
	readonly expression: string;
	/** The source object, as JSON; empty: it reads none. */
	readonly source: string;
	/** What comes out, evaluated now. */
	readonly gives: string;
	readonly kind: 'value' | 'signal' | 'error';
	/** Every run gives something else. */
	readonly varies: boolean;
}

export interface FunctionPage extends FunctionData {
	readonly shortForm: { readonly signature: string; readonly parameters: readonly Parameter[] } | null;
	readonly examples: readonly FunctionExample[];
	/** Others of its family. */
	readonly family: string;
	readonly neighbours: readonly string[];
}

function dataOf(entry: FunctionEntry): FunctionData {
	const { name, family, parameters, returns, description, documented } = entry;
	const isCloudSync = entry.profile === 'cloudSync';
	return { name, family, signature: signature(entry), parameters, isCloudSync, returns, description, documented };
}

/** The register, from which completion, hover, signature help and reference are made. */
export const expressionFunctions = defineView(z.object({}), (): readonly FunctionData[] => functions.map(dataOf));

export const expressionFunction = defineView(
	z.object({ name: z.string().check(z.maxLength(60)) }),
	(_world, { name }): FunctionPage => {
		const entry = functionNamed(name, true);
		if (!entry) throw new NotThere(`The language has no function ${name}.`);
		const { shortForm } = entry;
		return {
			...dataOf(entry),
			shortForm: shortForm
				? { signature: signature({ ...entry, parameters: shortForm.parameters }), parameters: shortForm.parameters }
				: null,
			examples: entry.examples.map(exampleOf),
			neighbours: functions
				.filter((other) => other.family === entry.family && other !== entry)
				.map((other) => other.name)
		};
	}
);

function exampleOf({ expression, source = {}, context, gives }: FunctionEntry['examples'][number]): FunctionExample {
	const result = evaluateExpression(expression, { source, ...context, random: () => 0.5 });
	const shown = { expression, source: Object.keys(source).length > 0 ? JSON.stringify(source) : '' };
	const varies = 'pattern' in gives;
	if ('error' in result) return { ...shown, gives: result.message, kind: 'error', varies };
	if ('flow' in result) return { ...shown, gives: result.flow, kind: 'signal', varies };
	return { ...shown, gives: result.value === null ? 'null' : JSON.stringify(result.value), kind: 'value', varies };
}
