import './jitless';
import './local-storage';
import { Engine } from './engine';
import { openStore } from './storage';

/** The engine in its own thread. */
const scope = globalThis as unknown as {
	onmessage: (event: { readonly data: unknown }) => void;
	postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
};

// A message to oneself is the shortest way to let other messages in: timers wait at least four milliseconds.
const channel = new MessageChannel();
let letIn: () => void = () => {};
channel.port1.onmessage = () => letIn();

const waiting: unknown[] = [];
let receive: (message: unknown) => void = (message) => waiting.push(message);
scope.onmessage = ({ data }) => receive(data);

const engine = new Engine({
	store: await openStore(),
	owner: crypto.randomUUID(),
	now: () => performance.now(),
	today: () => Date.now(),
	newId: () => crypto.randomUUID(),
	post: (message, transfer = []) => scope.postMessage(message, transfer),
	macrotask: () =>
		new Promise((resolve) => {
			letIn = resolve;
			channel.port2.postMessage(null);
		}),
	sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});
receive = (message) => engine.receive(message);
for (const message of waiting) engine.receive(message);

engine
	.run()
	.catch((error: unknown) =>
		scope.postMessage({ push: 'crash', message: error instanceof Error ? error.message : String(error) })
	);
