import { readAttribute, render, textOf, type Source, type Value } from '../mapping/core';
import { type Check, operatorNamed, type Present } from './operators';
import { missingValue, refuseAttribute, unknownOperator } from './refuse';
import type {
	Clause,
	ClauseGroup,
	ClauseVerdict,
	CompiledScope,
	GroupVerdict,
	ScopeError,
	ScopingFilter,
	ScopeSchema
} from './types';

interface ReadyClause {
	readonly attribute: string;
	readonly operator: string;
	readonly value: string | null;
	readonly check: Check;
	/** What it says about an attribute that is null or empty (F-004, F-014, F-029). */
	readonly whenNothing: boolean;
}

interface ReadyGroup {
	readonly name: string | null;
	readonly clauses: readonly ReadyClause[];
}

class Refusal extends Error {}

/** Checks a filter as saving does, and makes it ready to be asked for every object. */
export function compileScope(filter: ScopingFilter | null, schema: ScopeSchema = {}): CompiledScope | ScopeError {
	try {
		return new Scope(
			readGroups(filter?.groups, false, schema),
			readGroups(filter?.inputFilterGroups, true, schema),
			readGroups(filter?.categoryFilterGroups, true, schema)
		);
	} catch (refusal) {
		if (refusal instanceof Refusal) return { error: 'config', message: refusal.message };
		throw refusal;
	}
}

function readGroups(groups: unknown, experimental: boolean, schema: ScopeSchema): readonly ReadyGroup[] {
	if (groups === undefined || groups === null) return [];
	if (!Array.isArray(groups)) throw new Refusal('the groups of a filter are a list');
	return (groups as readonly ClauseGroup[]).map((group) => {
		if (!Array.isArray(group?.clauses)) throw new Refusal('a group of a filter has a list of clauses');
		const clauses = group.clauses.map((clause: Clause) => readClause(clause, experimental, schema));
		return { name: group.name ?? null, clauses };
	});
}

function readClause(clause: Clause, experimental: boolean, schema: ScopeSchema): ReadyClause {
	const complaint = refuseAttribute(clause?.attribute, schema);
	if (complaint) throw new Refusal(complaint);
	const operator = typeof clause.operator === 'string' ? operatorNamed(clause.operator) : undefined;
	if (!operator) throw new Refusal(unknownOperator(clause.operator));
	const value = clause.value === undefined || clause.value === null ? null : textOf(clause.value);
	if (operator.needsValue && value === null) throw new Refusal(missingValue(clause));
	const check = operator.prepare(value ?? '');
	if (typeof check === 'string') throw new Refusal(`${clause.attribute} ${operator.name}: ${check}`);
	return {
		attribute: clause.attribute,
		operator: operator.name,
		value: operator.needsValue ? value : null,
		check,
		whenNothing: operator.name === 'IS NULL' || (experimental && operator.negative)
	};
}

class Scope implements CompiledScope {
	readonly attributes: readonly string[];
	private readonly groups: readonly ReadyGroup[];
	private readonly input: readonly ReadyGroup[];
	private readonly category: readonly ReadyGroup[];

	constructor(groups: readonly ReadyGroup[], input: readonly ReadyGroup[], category: readonly ReadyGroup[]) {
		this.groups = groups;
		this.input = input;
		this.category = category;
		const all = [...groups, ...input, ...category].flatMap(({ clauses }) => clauses);
		this.attributes = [...new Set(all.map(({ attribute }) => attribute))];
	}

	passes(source: Source): boolean {
		return anyPasses(this.groups, source) && this.passesInput(source);
	}

	passesInput(source: Source): boolean {
		return anyPasses(this.input, source) && anyPasses(this.category, source);
	}

	evaluate(source: Source) {
		return {
			inScope: this.passes(source),
			groups: [...this.groups, ...this.input, ...this.category].map((group) => groupVerdict(group, source))
		};
	}
}

/** Groups are joined by OR, clauses by AND; no group at all passes everything (F-001, F-002). */
function anyPasses(groups: readonly ReadyGroup[], source: Source): boolean {
	if (groups.length === 0) return true;
	for (const { clauses } of groups) if (allHold(clauses, source)) return true;
	return false;
}

function allHold(clauses: readonly ReadyClause[], source: Source): boolean {
	for (const clause of clauses) if (!holds(clause, readAttribute(source, clause.attribute))) return false;
	return true;
}

function holds(clause: ReadyClause, found: Value): boolean {
	if (found === null || found === '') return clause.whenNothing;
	if (typeof found !== 'object') return clause.check(found);
	// F-025: several values, or an object, satisfy nothing.
	return Array.isArray(found) && found.length === 0 && clause.whenNothing;
}

function groupVerdict({ name, clauses }: ReadyGroup, source: Source): GroupVerdict {
	const verdicts = clauses.map((clause) => clauseVerdict(clause, source));
	return { name, passes: verdicts.every((verdict) => verdict.holds), clauses: verdicts };
}

function clauseVerdict(clause: ReadyClause, source: Source): ClauseVerdict {
	const found = readAttribute(source, clause.attribute) as Present | null;
	const isSeveral = typeof found === 'object' && found !== null;
	const warning = isSeveral ? `${clause.attribute} has several values, which filters do not support` : null;
	const { attribute, operator, value } = clause;
	return { attribute, operator, value, holds: holds(clause, found), found: render(found), warning };
}
