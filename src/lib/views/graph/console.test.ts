import { expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { running } from '../testing.fixture';
import { graphConsole } from './console';
import { send } from './testing.fixture';

it('every call that is offered is understood as it stands', () => {
	const { calls } = graphConsole(running(), {});
	for (const { method, path, body, title } of calls) {
		const { status } = send(running(), method, path, body || undefined);
		// Refusals that belong to the call itself: a second job, a list that is refused, an active job, a schema to be typed.
		expect([200, 201, 204, 400, 409], `${title}: ${status}`).toContain(status);
	}
	expect(calls.find(({ title }) => title === 'Get object connection')!.path).not.toContain('{id}');
});

it('without a job only calls that need none are offered, and without an application none', () => {
	const world = createWorld({ apps: ['timecard'] });
	const { hasJob, calls } = graphConsole(world, { app: 'timecard' });
	expect(hasJob).toBe(false);
	expect(calls.map(({ path }) => path).join()).not.toContain('{job}');
	expect(graphConsole(createWorld(), {})).toMatchObject({ app: null, calls: [] });
});

it('the rule that a run on demand names is the one of the schema', () => {
	const world = running();
	const { calls } = graphConsole(world, {});
	const call = (title: string) => calls.find((one) => one.title === title)!;
	const { ruleId } = (JSON.parse(call('Provision on demand').body) as { parameters: { ruleId: string }[] })
		.parameters[0]!;
	const schema = send(world, 'GET', call('Get schema').path).body as { synchronizationRules: { id: string }[] };
	expect(schema.synchronizationRules[0]!.id).toBe(ruleId);
});
