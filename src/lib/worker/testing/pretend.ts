import { SessionStore } from '#lib/session/store';
import { Engine } from '../engine';
import type { Push, Status } from '../messages';
import type { Answer } from '../protocol';

/** An engine without a thread of its own: the same loop, messages as function calls, and a clock that the test moves. */
export class Pretended {
	readonly pushes: Push[] = [];
	real = 0;
	#n = 0;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	readonly engine: Engine;

	/** `tick`: how many real milliseconds pass from one look at the clock to the next. */
	constructor(store: SessionStore | string = 'Nothing is stored here.', tick = 0.01) {
		this.engine = new Engine({
			store,
			owner: 'test',
			now: () => (this.real += tick),
			today: () => 0,
			newId: () => 'one',
			post: (message) => {
				if ('push' in message) this.pushes.push(message);
				else this.#waiting.get(message.n)?.(message);
			},
			macrotask: () => new Promise((resolve) => setTimeout(resolve)),
			sleep: async (ms) => {
				this.real += ms;
				await new Promise((resolve) => setTimeout(resolve));
			}
		});
		void this.engine.run();
	}

	send(kind: string, ask: object = {}): Promise<Answer> {
		const n = this.#n++;
		return new Promise((resolve) => {
			this.#waiting.set(n, resolve);
			this.engine.receive({ n, kind, ...ask });
		});
	}

	/** The value of an answer; an error of it is thrown. */
	async ask<T>(kind: string, ask: object = {}): Promise<T> {
		const answer = await this.send(kind, ask);
		if (!answer.ok) throw new Error(answer.error);
		return answer.value as T;
	}

	do(verb: string, args: object) {
		return this.ask<{ ok: boolean; message?: string; seq?: number }>('do', { verb, args });
	}

	get status(): Status {
		const last = this.pushes.findLast(({ push }) => push === 'status');
		if (last?.push !== 'status') throw new Error('no status was pushed');
		return last.status;
	}
}
