/** @import { Plugin } from 'vite' */

/**
 * Of Dexie what the sessions need: tables, keys and their ranges, transactions, versions. Without what tells a live query
 * of changes, which nobody here has, without hooks and prefixes of compound indexes, and without searches that ignore case.
 * From the first text of each line up to the second, which stays; what was reached from there only goes with it.
 */
const cuts = [
	[
		'        this.use(cacheExistingValuesMiddleware);',
		'        const vipDB = new Proxy(this, {',
		'        this._middlewares.dbcore = [];\n'
	],
	['props(RangeSet.prototype, {', 'function addRange(target, from, to) {'],
	['        if (wasCreated) {\n            const everything', '        return db;\n    });\n}'],
	['    liveQuery,\n    extendObservabilitySet,', '    getByKeyPath: getByKeyPath,'],
	['    getObjectDiff: getObjectDiff,', '    cmp,\n'],
	['    async: function (generatorFn) {', '    currentTransaction: {'],
	["if (typeof dispatchEvent !== 'undefined' &&", 'function propagateLocally('],
	['let bc;\n', 'function add(value) {'],
	['    startsWith(str) {', '    notEqual(value) {'],
	['    notEqual(value) {', '}\n\nfunction createWhereClauseConstructor(db) {']
];

/** @param {string} source */
export function lean(source) {
	for (const [from = '', to = '', instead = ''] of cuts) {
		const start = source.indexOf(from);
		const end = source.indexOf(to, start);
		// Another version of Dexie has to be read again.
		if (start < 0 || end < 0 || source.includes(from, start + 1)) throw new Error(`Dexie has changed: ${from}`);
		source = source.slice(0, start) + instead + source.slice(end);
	}
	return source;
}

/** @type {Plugin} */
export const leanDexie = {
	name: 'lean-dexie',
	enforce: 'pre',
	transform: {
		filter: { id: /dexie\/dist\/modern\/dexie\.mjs/ },
		handler: (source) => ({ code: lean(source), map: null })
	}
};

/**
 * MSW keeps a cookie jar that no simulated application needs, except in Node: here there is none either.
 * @type {Plugin}
 */
export const leanMsw = {
	name: 'lean-msw',
	enforce: 'pre',
	transform: {
		filter: { id: /msw\/lib\/_chunks\/cookie-store\.js/ },
		handler(source) {
			const jar = 'isNodeProcess() ? null : new CookieStore()';
			if (!source.includes(jar)) throw new Error(`MSW has changed: ${jar}`);
			return { code: source.replace(jar, 'null'), map: null };
		}
	}
};

/**
 * Has modules replaced by leaner ones of ours, by their names.
 * @param {Record<string, string>} names
 * @returns {Plugin}
 */
export const instead = (names) => ({
	name: 'instead',
	enforce: 'pre',
	resolveId: (id) => (Object.hasOwn(names, id) ? names[id] : undefined)
});
