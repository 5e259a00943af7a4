/**
 * A file server and no more: no rewrite rules, so what works here works anywhere. It adds the one header that a page
 * cannot give itself: a policy in a meta tag does not bind workers, one on the script file does.
 *
 *   node scripts/serve.mjs [--port 4173] [--dir build] [--base /]
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @type {Record<string, string | undefined>} */
const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ttf': 'font/ttf',
	'.woff2': 'font/woff2'
};

/**
 * The file that a path means, or undefined: nothing outside the folder, and a folder only by its index.html.
 * @param {string} folder
 * @param {string} base
 * @param {string} path
 */
async function fileFor(folder, base, path) {
	if (!path.startsWith(base)) return undefined;
	let name;
	try {
		name = decodeURIComponent(path.slice(base.length));
	} catch {
		return undefined;
	}
	const file = normalize(join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name));
	if (!file.startsWith(folder + sep) || name.includes('\0')) return undefined;
	const found = await stat(file).catch(() => undefined);
	return found?.isFile() ? { file, size: found.size } : undefined;
}

/**
 * @param {string} file
 * @param {number} size
 * @param {boolean} policy
 */
function headersFor(file, size, policy) {
	const type = types[extname(file)] ?? 'application/octet-stream';
	const immutable = file.includes(`${sep}immutable${sep}`);
	/** @type {Record<string, string | number>} */
	const headers = {
		'content-type': type,
		'content-length': size,
		'x-content-type-options': 'nosniff',
		'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
	};
	if (policy && extname(file) === '.js') headers['content-security-policy'] = "script-src 'self'";
	return headers;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, port) {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
}

/**
 * Serves `folder` under `base` on loopback. `policy: false` leaves the header out, as a plain host would.
 * A port that is taken is an error unless `orNext`; port 0 takes any.
 * @param {{ folder: string, port?: number, base?: string, policy?: boolean, orNext?: boolean }} options
 */
export async function serve({ folder, port = 0, base = '/', policy = true, orNext = false }) {
	const server = createServer(async (request, response) => {
		const found = await fileFor(normalize(folder), base, new URL(request.url ?? '/', 'http://localhost').pathname);
		if (!found || !['GET', 'HEAD'].includes(request.method ?? '')) {
			response.writeHead(found ? 405 : 404, { 'content-type': 'text/plain' }).end('Not found\n');
			return;
		}
		response.writeHead(200, headersFor(found.file, found.size, policy));
		if (request.method === 'HEAD') response.end();
		else createReadStream(found.file).pipe(response);
	});
	for (let attempt = port; ; attempt++) {
		try {
			await listen(server, attempt);
			break;
		} catch (error) {
			const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
			if (!taken || !orNext || attempt > port + 20) throw error;
		}
	}
	const { port: given } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const close = () => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	};
	return { url: `http://127.0.0.1:${given}${base}`, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { values } = parseArgs({
		options: { port: { type: 'string' }, dir: { type: 'string' }, base: { type: 'string' } }
	});
	const folder = join(process.cwd(), values.dir ?? 'build');
	const { url } = await serve({ folder, port: Number(values.port ?? 4173), base: values.base ?? '/' });
	console.log(`serving ${folder} at ${url}`);
}
