import { visit, type CompiledRule } from './rule';
import type { Comparison, Expression, RuleHint } from './syntax';

/** What is allowed and could be better: letter case (G-007), and the page on efficient rules (G-047). */
export function ruleHints({ tree }: CompiledRule): readonly RuleHint[] {
	if (tree.kind === 'directReports') return [];
	const hints: RuleHint[] = [];
	visit(tree, (part) => {
		if ('property' in part) hints.push(...letterCase(part));
		if (part.kind === 'comparison') hints.push(...slowOperator(part));
		if (part.kind === 'or') hints.push(...chainOfEquals(part.parts, part));
		if (part.kind === 'and' || part.kind === 'or') hints.push(...repeated(part.parts));
	});
	return hints;
}

function letterCase({ property }: Extract<Expression, { property: unknown }>): RuleHint[] {
	const written = property.written.slice(property.written.indexOf('.') + 1);
	if (written === property.name) return [];
	const message = `Property names are documented as case-sensitive: write ${property.name}.`;
	return [{ rule: 'G-007', message, at: property.at, end: property.end }];
}

function slowOperator({ operator, value, at, end }: Comparison): RuleHint[] {
	const text = value.kind === 'text' ? value.text : '';
	if (operator === 'contains') {
		return [{ rule: 'G-047', message: 'Prefer -eq or -startsWith to -contains where it says the same.', at, end }];
	}
	if (operator !== 'match') return [];
	const plain = /^\^[\w @.-]*(\.\*)?\$?$/.test(text);
	const message = plain
		? 'This -match says no more than -startsWith or -eq does, and they are faster.'
		: 'Prefer -eq or -startsWith to -match where it says the same.';
	return [{ rule: 'G-047', message, at, end }];
}

function chainOfEquals(parts: readonly Expression[], { at, end }: Expression): RuleHint[] {
	const equals = parts.filter((part) => part.kind === 'comparison' && part.operator === 'eq') as Comparison[];
	const names = equals.map(({ property }) => property.name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	return twice
		? [{ rule: 'G-047', message: `Several -or on ${twice}: one -in with a list says the same.`, at, end }]
		: [];
}

function repeated(parts: readonly Expression[]): RuleHint[] {
	const seen = new Set<string>();
	return parts.flatMap((part): RuleHint[] => {
		if (part.kind !== 'comparison') return [];
		const key = JSON.stringify([part.property.name, part.operator, { ...part.value, at: 0, end: 0 }]).toLowerCase();
		if (!seen.has(key)) {
			seen.add(key);
			return [];
		}
		return [{ rule: 'G-047', message: 'This clause is already there.', at: part.at, end: part.end }];
	});
}
