import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

const parts = '__WORKER_PARTS__';

/**
 * The manifest that the service worker stores names the workers themselves, not what they load later: without it
 * whatever had not been used before the network went would be missing.
 * @param {string} folder of the built site
 */
function nameWorkerParts(folder) {
	const path = join(folder, 'service-worker.js');
	const worker = readFileSync(path, 'utf8');
	if (worker.split(parts).length !== 2)
		throw new Error('The service worker has no place for the parts of the workers.');
	const names = readdirSync(join(folder, '_app/immutable/workers'), { recursive: true, encoding: 'utf8' })
		.map((name) => `_app/immutable/workers/${name.replaceAll('\\', '/')}`)
		.filter((name) => name.endsWith('.js') && !worker.includes(name));
	writeFileSync(path, worker.replace(parts, names.join(' ')));
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
			nameWorkerParts(dirname(page));
		}
	};
}
