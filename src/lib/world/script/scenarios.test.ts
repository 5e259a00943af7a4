import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { failureText, needsOf, parseScripts, runScript, type System } from './index';

/** Systems that the world does not have yet. */
const notBuilt = new Set<System>(['API']);
const outOfReach = (script: string) =>
	parseScripts(script).some((one) => needsOf(one).some((system) => notBuilt.has(system)));

const all = scenarios.flatMap(({ id, title, blocks }) =>
	blocks.map(({ title: run, script }, place) => {
		const which = run ? `: ${run}` : blocks.length > 1 ? `: block ${place + 1}` : '';
		return { id, name: `${id} ${title}${which}`, script };
	})
);

describe('the scenarios of the specification', () => {
	it.each(all.filter(({ script }) => !outOfReach(script)).map(({ name, script }) => [name, script] as const))(
		'%s',
		{ timeout: 60_000 },
		(_, script) => {
			expect(runScript(script).failures.map(failureText)).toEqual([]);
		}
	);

	it('are all run but those that need API-driven provisioning', () => {
		const left = all.filter(({ script }) => outOfReach(script)).map(({ id }) => id);
		expect([...new Set(left)]).toEqual(['S-68']);
	});
});
