/** `npm start`: builds what changed, serves it on loopback, and opens it where somebody can see it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { serve } from './serve.mjs';

/** The desktop's own way to open an address; none in CI, over SSH, or where no display is. */
function opener() {
	const { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
	if (CI || SSH_CONNECTION || !process.stdout.isTTY) return undefined;
	if (process.platform === 'darwin') return ['open'];
	if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
	const shown = DISPLAY || WAYLAND_DISPLAY;
	return shown && PATH.split(delimiter).some((folder) => existsSync(join(folder, 'xdg-open')))
		? ['xdg-open']
		: undefined;
}

/** @param {string} url */
function open(url) {
	const [command, ...args] = opener() ?? [];
	if (!command) return;
	const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
	child.on('error', () => {}); // the address is printed anyway
	child.unref();
}

const usage = `npm start -- [--port 4173] [--no-open]
  --port      the port to serve at; without it 4173, or the next that is free
  --no-open   only prints the address`;

/** What was asked for; a word that nobody knows is told with those that are known. */
function asked() {
	try {
		const { values } = parseArgs({
			options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
		});
		const { port } = values;
		if (port !== undefined && !(Number.isInteger(Number(port)) && Number(port) > 0 && Number(port) < 65536))
			throw new Error(`The port ${port} is not a number from 1 to 65535.`);
		return values;
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(2);
	}
}

const values = asked();
if (values.help) {
	console.log(usage);
	process.exit(0);
}

if (!build({ quiet: true })) {
	console.error('The build failed; its messages are above.');
	process.exit(1);
}
const port = Number(values.port ?? process.env.PORT ?? 4173);
const { url } = await serve({
	folder: fileURLToPath(new URL('../build', import.meta.url)),
	port,
	orNext: !values.port
});
console.log(`Provlab is at ${url}   (Ctrl-C ends it)`);
if (!values['no-open']) open(url);
