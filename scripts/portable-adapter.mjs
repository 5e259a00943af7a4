import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** @param {string} script */
const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * Turns the addresses of index.html, absolute when the router lives behind the hash, into relative ones, so that the
 * build works from any sub-path. The one inline script changes with them, and so does its hash in the policy.
 * @param {string} html
 */
export function portable(html) {
	const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
	if (!script || !html.includes(hashOf(script))) throw new Error('index.html has no inline script with its hash.');
	const relative = (/** @type {string} */ text) => text.replace(/(href="|src="|import\(")\/(?!\/)/g, '$1./');
	return relative(html).replace(hashOf(script), () => hashOf(relative(script)));
}

/**
 * An adapter that does what `inner` does and then makes its page portable.
 * @param {import('@sveltejs/kit').Adapter} inner
 * @param {string} page
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function portableAdapter(inner, page) {
	return {
		...inner,
		async adapt(builder) {
			await inner.adapt(builder);
			writeFileSync(page, portable(readFileSync(page, 'utf8')));
		}
	};
}
