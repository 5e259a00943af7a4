import { expect, it } from 'vitest';
import { viewArgs } from '#lib/views/args.fixture';
import { drawn } from '#lib/views/stage/drawn.fixture';
import { joined } from '#lib/views/stage/joined';
import type { Timeline } from '#lib/views/stage/timeline';
import type { Command } from '#lib/world';
import { dice, randomCommand } from '#lib/world/testing/random';
import { randomDeed } from '#lib/world/testing/random-deed';
import { stepUnits } from './protocol';
import { Pretended } from './testing/pretend';

const hour = 3_600_000;
const hybrid = { preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] };

/** Whoever sits before the page: steps both ways, commands, undo and redo, looks at the past, and other branches. */
class Somebody {
	readonly page = new Pretended();
	readonly done: string[] = [];

	constructor(
		readonly roll: ReturnType<typeof dice>,
		readonly hasHr: boolean
	) {}

	get session() {
		return this.page.engine.session!;
	}

	async acts(): Promise<void> {
		const { roll } = this;
		const what = roll.below(14);
		if (what < 4) return this.#ask('do', this.#command());
		if (what < 9) return this.#steps(roll.pick(stepUnits), roll.below(3) > 0 ? 1 : -1);
		if (what === 9) return this.#ask('undo');
		if (what === 10) return this.#ask('redo');
		if (what === 11) return this.#ask('activate', { branch: roll.pick(this.session.status().branches).id });
		if (what === 12) {
			await this.#ask('play', { pace: roll.pick([hour / 60, hour, 24 * hour]) });
			return this.#ask('pause');
		}
		const { seq } = this.session.world.sim.ledger.boundaries.at(-1)!;
		await this.#ask('seek', { to: { seq: roll.below(seq + 1) } });
		if (roll.below(3) === 0) await this.#ask('fork');
	}

	#command(): Command {
		const { world } = this.session;
		return this.hasHr && this.roll.below(2) === 0
			? randomDeed(world, this.roll)
			: randomCommand(world, this.roll, 'byoa');
	}

	async #steps(unit: string, direction: 1 | -1): Promise<void> {
		const before = this.session.status().shown;
		await this.#ask('step', { unit, direction });
		const { shown, seq } = this.session.status();
		if (unit !== 'fact') expect(shown, this.told).toBe(seq);
		if (direction === -1) expect(shown, this.told).toBeLessThanOrEqual(before);
	}

	/** What is refused is part of it; what is broken is not. */
	async #ask(kind: string, ask: object = {}): Promise<void> {
		this.done.push(`${kind} ${JSON.stringify(ask)}`);
		const answer = await this.page.send(kind, ask);
		if (!answer.ok)
			expect(answer.error, this.told).toMatch(
				/^(Nothing has been done yet|there is no branch|Time runs on only at the end)/
			);
	}

	get told(): string {
		return this.done.slice(-8).join('\n');
	}
}

it.each([1, 3, 24, 6, 8, 12, 13, 17])(
	'wherever somebody stands, every view has an answer, and what the timeline follows is the whole of it (seed %i)',
	async (seed) => {
		const hasHr = seed % 2 === 0;
		const roll = dice(seed * 104_729);
		const one = new Somebody(roll, hasHr);
		const { page } = one;
		await page.ask('open', { create: { options: hasHr ? hybrid : { apps: ['byoa', 'slack'] } } });
		const first = await page.ask<Timeline>('query', { name: 'timeline' });
		/** With what came later than the moment that is shown, as the page asks, and without. */
		const seen = new Map([true, false].map((later) => [later, first]));
		for (let n = 0; n < 40; n++) {
			await one.acts();
			const seq = roll.below(one.session.status().shown + 1);
			for (const [name, args] of Object.entries({ ...viewArgs, why: { seq }, logRow: { seq } })) {
				const answer = await page.send('query', { name, args });
				if (!answer.ok) expect(answer.error, `${name} after\n${one.told}`).not.toMatch(/^\w*Error|Cannot|undefined/);
			}
			for (const [later, known] of seen) {
				const ask = (args: object) => page.ask<Timeline>('query', { name: 'timeline', args: { ...args, later } });
				const now = joined(known, await ask({ since: known.until, mark: known.mark }));
				expect(drawn(now), one.told).toEqual(drawn(await ask({})));
				seen.set(later, now);
			}
		}
	}
);
