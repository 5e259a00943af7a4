/** The engine in its own thread. Its parts load side by side; what was said to it meanwhile waits. */
const scope = globalThis as unknown as {
	onmessage: (event: { readonly data: unknown }) => void;
	postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
};
const waiting: unknown[] = [];
let receive: (message: unknown) => void = (message) => waiting.push(message);
scope.onmessage = ({ data }) => receive(data);

// A message to oneself is the shortest way to let other messages in: timers wait at least four milliseconds.
const channel = new MessageChannel();
/** The loop and what runs beside it may wait at the same time. */
const waitingTurns: (() => void)[] = [];
channel.port1.onmessage = () => waitingTurns.shift()?.();

async function run(): Promise<never> {
	const [{ Engine }, store] = await Promise.all([
		import('./engine'),
		import('./storage').then(({ openStore }) => openStore())
	]);
	const engine = new Engine({
		store,
		owner: crypto.randomUUID(),
		now: () => performance.now(),
		today: () => Date.now(),
		newId: () => crypto.randomUUID(),
		post: (message, transfer = []) => scope.postMessage(message, transfer),
		macrotask: () =>
			new Promise((resolve) => {
				waitingTurns.push(resolve);
				channel.port2.postMessage(null);
			}),
		sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
	});
	receive = (message) => engine.receive(message);
	for (const message of waiting) engine.receive(message);
	return engine.run();
}

run().catch((error: unknown) =>
	scope.postMessage({ push: 'crash', message: error instanceof Error ? error.message : String(error) })
);
