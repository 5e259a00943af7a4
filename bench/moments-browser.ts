/** The same as `moments`, asked of the engine's worker in a real Chromium: until its answer is there. */
import type { Moments } from './page/main';
import { inPage } from './page/open';
import { percentiles } from './parts/percentiles';

await inPage(async (page) => {
	for (const size of [1_000, 100_000]) {
		const found = await page.evaluate(
			(people) => (window as never as { moments(n: number): Promise<Moments> }).moments(people),
			size
		);
		console.log(`-- ${size} people: ${found.facts} facts`);
		percentiles('to any moment, from any', found.any);
		percentiles('from one end to the other', found.far);
		percentiles('  and the numbers of a job there', found.views);
		percentiles('a branch that begins there', found.forks);
		percentiles('  and with a command', found.commands);
		percentiles('back to the branch that was left', found.returns);
		percentiles('  after a command', found.fromCommands);
	}
});
