import type { Push } from './messages';
import type { Answer, Ask, Kind } from './protocol';

/** What can be told only by a worker's end: it is restarted, and what it did not answer is not done. */
export class EngineError extends Error {}

interface Waiting {
	readonly kind: Kind;
	readonly message: unknown;
	resolve(value: unknown): void;
	reject(error: Error): void;
}

/** A worker as numbered requests: an answer resolves its own call and no other. */
export class Connection {
	#n = 0;
	readonly #waiting = new Map<number, Waiting>();
	readonly #worker: Worker;

	constructor(
		make: () => Worker,
		readonly pushed: (push: Push) => void,
		readonly crashed: (message: string) => void
	) {
		this.#worker = make();
		this.#worker.onmessage = ({ data }: MessageEvent<Answer | Push>) => this.#hear(data);
		this.#worker.onerror = (event) => {
			event.preventDefault?.();
			this.crashed(event.message || 'the engine stopped');
		};
	}

	ask<K extends Kind>(kind: K, ask: Ask<K>): Promise<unknown> {
		const n = this.#n++;
		const message = { ...ask, n, kind };
		return new Promise((resolve, reject) => {
			this.#waiting.set(n, { kind, message, resolve, reject });
			this.#worker.postMessage(message);
		});
	}

	/** Ends the worker. Whoever waits for an answer is told. */
	end(message: string): void {
		this.#worker.terminate();
		for (const { reject } of this.#waiting.values()) reject(new EngineError(message));
		this.#waiting.clear();
	}

	#hear(data: Answer | Push): void {
		if ('push' in data) {
			if (data.push === 'crash') this.crashed(data.message);
			else this.pushed(data);
			return;
		}
		const waiting = this.#waiting.get(data.n);
		if (!waiting) return;
		this.#waiting.delete(data.n);
		if (data.ok) waiting.resolve(data.value);
		else waiting.reject(new EngineError(data.error));
	}
}
