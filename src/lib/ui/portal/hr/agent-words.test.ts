import { expect, it } from 'vitest';
import { views } from '#lib/views';
import { createWorld } from '#lib/world';
import { reachWords } from './agent-words';

it('H-276: says that a job will go to quarantine until it is there, and then that it stays', () => {
	const world = createWorld({ preset: 'hybrid-hr' });
	const words = () => reachWords(views.agents(world, {})).text;
	expect(words()).toContain('through agent1');
	expect(world.do({ verb: 'agent.stop', args: { agent: 'agent1' } }).ok).toBe(true);
	expect(words()).toContain('goes to quarantine');
	world.advance({ cycles: 1 });
	expect(words()).toContain('stays in quarantine');
});

it('H-271: recommends a second agent, which then takes over, and three at best', () => {
	const world = createWorld({ preset: 'hybrid-hr' });
	const rules = () => reachWords(views.agents(world, {})).rules;
	expect(rules()).toEqual(['H-271']);
	expect(world.do({ verb: 'agent.install', args: { agent: 'agent2' } }).ok).toBe(true);
	expect(rules()).toEqual(['H-272']);
});
