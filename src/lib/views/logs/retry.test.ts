import { describe, expect, it } from 'vitest';
import type { World } from '#lib/world';
import { at, must } from '../testing.fixture';
import { views } from '../index';
import { createWorld } from '#lib/world';

/** Ben's create is refused, by the cycle at 08:20 and by those after it. */
function refusing(): World {
	const world = createWorld({ apps: ['byoa'] });
	must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
	world.advance({ to: at('08:20'), before: true });
	must(world, 'job.start', { app: 'byoa' });
	world.advance({ to: at('10:30') });
	return world;
}

function failures(world: World) {
	const { rows } = views.logs(world, { object: { kind: 'user', slot: 7 }, count: 10 });
	return rows.map(({ seq }) => views.logRow(world, { seq })!);
}

describe('a failed row of the log', () => {
	it('C-310: the failure text ends with how often it was retried and when it is retried next', () => {
		const texts = failures(refusing()).map(({ troubleshooting }) => troubleshooting!.reason);
		const words = (times: number, due: string) =>
			`This operation was retried ${times} times. It will be retried again after this date: 2026-03-02T${due}:00.0000000Z UTC`;
		expect(texts.map((text) => text.slice(text.indexOf('This operation')))).toEqual([
			words(2, '13:00'),
			words(1, '10:20'),
			words(0, '09:00')
		]);
		expect(texts[0]).toMatch(/^\S.* This operation/);
	});

	it('says the same in the downloaded row, and long after the object has been provisioned', () => {
		const world = refusing();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [] } });
		world.advance({ to: at('13:30') });
		const [created, ...failed] = failures(world);
		expect(created!.row.status).toBe('Success');
		expect(failed[2]!.graph.provisioningStatusInfo.errorInformation).toMatchObject({
			reason: expect.stringMatching(/retried 0 times\. .* 2026-03-02T09:00:00\.0000000Z UTC$/)
		});
	});

	it('C-054, C-526: says so still when the configuration has been deleted', () => {
		const world = refusing();
		const before = failures(world);
		must(world, 'job.delete', { app: 'byoa' });
		expect(failures(world).map(({ troubleshooting }) => troubleshooting)).toEqual(
			before.map(({ troubleshooting }) => troubleshooting)
		);
	});
});
