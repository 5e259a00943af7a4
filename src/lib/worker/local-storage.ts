/** MSW looks for localStorage when it is loaded, and a worker has none: a Map does. */
const values = new Map<string, string>();

if (!('localStorage' in globalThis))
	Object.defineProperty(globalThis, 'localStorage', {
		value: {
			getItem: (key: string) => values.get(key) ?? null,
			setItem: (key: string, value: string) => void values.set(key, value),
			removeItem: (key: string) => void values.delete(key)
		}
	});
