import type { Json } from '../base';
import type { Failure } from '../job/escrow';
import type { ObjectMapping } from '../job/records';
import {
	CompiledMappings,
	createContext,
	nothingComputed,
	type AttributeMapping,
	type Context,
	type Flow,
	type MappingSchema,
	type Stopped
} from '../mapping/core';
import type { ClauseVerdict, CompiledScope, ScopeError } from '../scoping';
import { clauseLabel } from '../scoping/label';
import { scoping } from '../scoping/late';
import type { TargetObject } from '../target/target';
import type { Change, CompiledMapping, FilterVerdict } from './mapped';

type Source = { readonly [name: string]: Json };

/** What a mapping needs to know beside itself. */
export interface CompileOptions {
	readonly schema: MappingSchema;
	readonly defaultDomain: string;
	readonly now: () => number;
	/** A number from 0 up to 1 for a text: what is drawn at random is drawn again where a unit is run again. */
	readonly chance: (about: string) => number;
	/** Inbound jobs: the target's own state attribute, whatever is mapped to it (H-138). */
	readonly state?: AccountState | null;
	/** SelectUniqueValue asks the target (H-210): whether one of these attributes has the value already. */
	readonly isTaken?: (value: string, attributes: readonly string[]) => boolean;
}

interface AccountState {
	readonly path: string;
	readonly inactive: Json;
}

const everything: FilterVerdict = { inScope: true, failed: '', evaluation: {} };

/** Compiles one object mapping with its scoping filter; done once for each saved configuration. */
export function compileMapping(mapping: ObjectMapping, options: CompileOptions): CompiledMapping {
	const compiled = new CompiledMappings(mapping.attributes, options.schema);
	const { isTaken, defaultDomain } = options;
	const unique = compiled.mappings.filter((one) => isUnique(one.mapping)).map(({ mapping: { target } }) => target);
	let draws = 0;
	const context: Context = createContext({
		source: {},
		defaultDomain,
		random: () => {
			const about = context.computed.objectId ?? String(context.source.objectId);
			return options.chance(`${about} ${context.now} ${++draws}`);
		},
		...(isTaken && { existing: (value: string) => isTaken(value, unique) })
	});
	const at = (source: Source, computed = nothingComputed): Context => {
		context.source = source;
		context.computed = computed;
		context.now = options.now();
		draws = 0;
		return context;
	};
	const scope = mapping.filter && scoping.here.compileScope(mapping.filter);
	const state = options.state === undefined ? accountState(compiled, at({ IsSoftDeleted: true })) : options.state;
	const isInactive = (value: Json | undefined) => state !== null && sameState(value, state.inactive);
	const deactivation = (target: TargetObject) =>
		state && { path: state.path, value: state.inactive, before: target.get(state.path) };
	return {
		filter: (attributes, isTraced) => filterVerdict(scope, attributes, isTraced),
		matchingPaths: compiled.matching.map(({ mapping: { target } }) => target),
		matchingValues(stored, computed) {
			const values = compiled.forMatching(at(stored, computed));
			if ('failed' in values) return [];
			return values.map(({ target, value }) => ({ path: target, value }));
		},
		createValues: (stored, computed) => read(compiled.valuesForCreate(at(stored, computed))),
		changes(stored, target, computed) {
			const present = (name: string) => target.get(name);
			const flows = read(compiled.forUpdate(at(stored, computed), { present }));
			if (!isList(flows)) return flows;
			const changes = flows.map((flow) => changeOf(flow, target));
			if (!options.state || (computed ?? stored).IsSoftDeleted !== true) return changes;
			// H-138: who fell out of scope is put out of use, whatever the mapping says; C-223: what else differs goes along.
			const others = changes.filter(({ path }) => path !== options.state!.path);
			return isInactive(target.get(options.state.path)) ? others : [...others, deactivation(target)!];
		},
		statePath: state?.path ?? null,
		isInactive: (target) => state !== null && isInactive(target.get(state.path)),
		deactivation,
		activates: (change) => change.path === state?.path && !isInactive(change.value),
		references: compiled.references
			.filter(({ mapping: { source } }) => source.type === 'Direct')
			.map(({ mapping: { target, source, flowType } }) => ({
				path: target,
				source: (source as { attribute: string }).attribute,
				once: flowType === 'ObjectAddOnly'
			}))
	};
}

function isUnique({ source }: AttributeMapping): boolean {
	return source.type === 'Expression' && source.expression.trimStart().startsWith('SelectUniqueValue');
}

/** The mapping that carries the account state, and what an update writes for somebody who lost access (C-183, C-221). */
function accountState(compiled: CompiledMappings, lost: Context): AccountState | null {
	const mapping = compiled.mappings.find(
		({ attributes, mapping: { flowType = 'Always' } }) => flowType === 'Always' && attributes.includes('IsSoftDeleted')
	);
	if (!mapping) return null;
	const path = mapping.mapping.target;
	const values = read(compiled.valuesForCreate(lost));
	const inactive = isList(values) ? values.find((one) => one.path === path)?.value : undefined;
	return { path, inactive: inactive ?? false };
}

/** Applications store the state as a boolean, a number or a text. */
function sameState(one: Json | undefined, other: Json): boolean {
	return String(one).toLowerCase() === String(other).toLowerCase();
}

/** C-212, M-066: what is only added leaves the rest of its list there. M-067: all roles are replaced, none or many. */
function changeOf({ target, value, operation, roles }: Flow, present: TargetObject): Change {
	const op = operation === 'add' ? 'Add' : roles === 'assertive' ? 'Replace' : undefined;
	return { path: target, value, before: present.get(target), op };
}

function isList<T>(values: readonly T[] | Failure): values is readonly T[] {
	return Array.isArray(values);
}

/** M-090: a mapping that cannot be evaluated fails the object; M-043: one that says so leaves it out. */
function read<T>(flows: readonly T[] | Stopped): readonly T[] | Failure {
	if ('failed' in flows) return { code: 'AttributeValidationFailed', reason: noted(flows.failed.message) };
	if ('ignored' in flows) return [];
	return flows;
}

/** The service's own words for two roles do not say what to do about them. */
function noted(message: string): string {
	return message.includes('app role assignment was expected') ? `${message} (one role only)` : message;
}

/** C-498: each clause with its verdict, which of those in scope only a trace asks for; the first false one is the reason. */
function filterVerdict(
	scope: CompiledScope | ScopeError | null,
	attributes: Source,
	isTraced: boolean | undefined
): FilterVerdict {
	if (!scope) return everything;
	if ('error' in scope) return { inScope: false, failed: scope.message, evaluation: {} };
	const inScope = scope.attributes.length === 0 || scope.passes(attributes);
	return inScope && !isTraced ? everything : eachClause(scope, attributes, inScope);
}

function eachClause(scope: CompiledScope, attributes: Source, inScope: boolean): FilterVerdict {
	const evaluation: Record<string, boolean> = {};
	let failed = '';
	for (const group of scope.evaluate(attributes).groups)
		for (const clause of group.clauses) {
			evaluation[clauseLabel(group.name ?? '', clause)] = clause.holds;
			if (!inScope && !clause.holds && !failed) failed = clauseText(clause);
		}
	return { inScope, isUnread: !scope.passesInput(attributes), failed, evaluation };
}

function clauseText({ attribute, operator, value }: ClauseVerdict): string {
	return value === null ? `${attribute} ${operator}` : `${attribute} ${operator} ${value}`;
}
