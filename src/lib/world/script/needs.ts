import type { Script } from './parse/tree';

/** Systems that a script can need beside Entra ID and its applications. */
export type System = 'HR' | 'Writeback' | 'API' | 'AD' | 'Connect';

const hrJob = /^(?:wd|sf|api)-(?:ad|entra|wb)$/;
const hrVerb = /^(?:hr|agent|post)\b/;

/** What a block needs: of its preset, its options, and what its lines name. */
export function needsOf(script: Script): readonly System[] {
	const needs = new Set<System>();
	const add = (...systems: readonly System[]) => systems.forEach((system) => needs.add(system));
	if (script.preset === 'hybrid') add('AD', 'Connect');
	else if (script.preset !== 'cloud-only') add('HR', 'AD', 'Connect');
	for (const { name } of script.options)
		if (name === 'hr') add('HR', 'AD');
		else if (name === 'ad') add('AD', 'Connect');
	for (const statement of script.statements) {
		const names: string[] = [];
		if (statement.is === 'result') names.push(statement.job);
		else if (statement.is === 'do') {
			names.push(statement.action, ...statement.args.map(({ value }) => value));
			if (statement.action === 'edit' && statement.args[0]?.value === 'ad') add('AD');
		} else
			for (const { name, args } of statement.expression) names.push(name, ...(args ?? []).map(({ value }) => value));
		for (const name of names) {
			if (/^(?:api-|post$|http$)/.test(name)) add('API');
			else if (/^(?:wd|sf)-wb$/.test(name)) add('Writeback', 'HR');
			else if (hrJob.test(name) || hrVerb.test(name)) add('HR');
			if (name === 'connect' || name.startsWith('connect.')) add('Connect');
			if (name === 'ad' || name.startsWith('ad.')) add('AD');
		}
	}
	return [...needs];
}
