import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { failureText, runScript } from './index';

const all = scenarios.flatMap(({ id, title, blocks }) =>
	blocks.map(({ title: run, script }, place) => {
		const which = run ? `: ${run}` : blocks.length > 1 ? `: block ${place + 1}` : '';
		return { id, name: `${id} ${title}${which}`, script };
	})
);

describe('the scenarios of the specification', () => {
	it.each(all.map(({ name, script }) => [name, script] as const))('%s', { timeout: 60_000 }, (_, script) => {
		expect(runScript(script).failures.map(failureText)).toEqual([]);
	});
});
