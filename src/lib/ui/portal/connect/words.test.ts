import { expect, it } from 'vitest';
import { views } from '#lib/views';
import { createWorld } from '#lib/world';
import { nothingWords, statusWords } from './words';

it('H-304: says of a run in staging mode that what has changed waits, not that nothing has changed', () => {
	const world = createWorld({ preset: 'hybrid' });
	const told = (cycles: number) => {
		world.advance({ to: world.clock + cycles * 30 * 60_000 });
		const run = views.connect(world, {})!.runs.rows[0]!;
		return [statusWords(run), nothingWords(run)];
	};
	expect(told(1)).toEqual(['success', expect.stringContaining('Nothing had changed')]);
	expect(world.do({ verb: 'connect.set', args: { staging: true } }).ok).toBe(true);
	expect(told(1)).toEqual(['success (staging mode)', expect.stringContaining('waits')]);
});
