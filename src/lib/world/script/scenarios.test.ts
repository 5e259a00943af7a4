import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { failureText, needsOf, parseScripts, runScript } from './index';

/** Systems that the world does not have yet. */
const notBuilt = new Set<string>(['API', 'Writeback']);

describe('the scenarios of the specification', () => {
	for (const { id, title, blocks } of scenarios)
		blocks.forEach((block, place) => {
			const name = `${id} ${title}${block.title ? `: ${block.title}` : blocks.length > 1 ? `: block ${place + 1}` : ''}`;
			const needs = parseScripts(block.script).flatMap((script) => needsOf(script));
			if (needs.some((system) => notBuilt.has(system))) {
				it.skip(`${name} (needs API-driven provisioning or writeback)`, () => {});
				return;
			}
			it(name, { timeout: 60_000 }, () => {
				expect(runScript(block.script).failures.map(failureText)).toEqual([]);
			});
		});
});
