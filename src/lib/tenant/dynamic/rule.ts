import { compileTree, type Predicate } from './compile';
import { parseRule } from './parse';
import { nativePattern, type PatternCompiler } from './pattern';
import { recordName } from './properties';
import type { Expression, RuleError, RuleTree } from './syntax';

/** A rule ready to be asked. */
export interface CompiledRule {
	readonly text: string;
	readonly tree: RuleTree;
	readonly matches: Predicate;
	/** The attributes of the user's record that can change the answer; `memberOf` stands for the user's groups. */
	readonly dependsOn: ReadonlySet<string>;
	/** Reads the patterns of this rule, so that an explanation says what the rule says. */
	readonly patterns: PatternCompiler;
	/** The answer can change with time alone (system.now). */
	readonly usesClock: boolean;
}

export type Compiled = { readonly rule: CompiledRule } | { readonly error: RuleError };

export function compileRule(text: string, patterns: PatternCompiler = nativePattern): Compiled {
	const parsed = parseRule(text, patterns);
	if ('error' in parsed) return parsed;
	const { tree } = parsed;
	const dependsOn = new Set<string>();
	let usesClock = false;
	if (tree.kind === 'directReports') dependsOn.add('manager');
	else {
		visit(tree, (part) => {
			if ('property' in part && part.property.subject === 'user') dependsOn.add(recordName(part.property.name));
			if (part.kind === 'comparison' && part.value.kind === 'now') usesClock = true;
		});
	}
	return { rule: { text, tree, matches: compileTree(tree, patterns), patterns, dependsOn, usesClock } };
}

/** Every part of an expression, outer before inner, left before right. */
export function visit(tree: Expression, see: (part: Expression) => void): void {
	see(tree);
	if ('parts' in tree) for (const part of tree.parts) visit(part, see);
	else if ('part' in tree) visit(tree.part, see);
}
