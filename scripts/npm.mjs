import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** npm's own program: the one that started us, else the one beside this Node, else the first on PATH. */
export function findNpm() {
	const started = process.env.npm_execpath;
	if (started && /npm-cli\.c?js$/.test(started) && existsSync(started)) return started;
	const cli = join('node_modules', 'npm', 'bin', 'npm-cli.js');
	const home = dirname(realpathSync(process.execPath));
	const places = [join(home, cli), join(home, '..', 'lib', cli)];
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const npm = join(folder, 'npm');
		if (existsSync(npm)) places.push(join(folder, cli), realpathSync(npm));
	}
	return places.find((place) => /\.c?js$/.test(place) && existsSync(place));
}

/**
 * Installs exactly what the lock file of `folder` names. It is run by `node`, because an old Node makes npm skip the
 * native parts whose `engines` exclude it. No dependency has an install script, and none is wanted.
 * @param {string} node
 * @param {string} folder
 */
export function install(node, folder) {
	const npm = findNpm();
	if (!npm) throw new Error('npm was not found: install Node.js together with npm.');
	const args = [npm, 'ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
	const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
	const env = { ...process.env, PATH: path, npm_config_engine_strict: 'false' };
	const done = spawnSync(node, [...args, '--loglevel=error'], { cwd: folder, env, stdio: ['ignore', 2, 2] });
	if (done.status !== 0) throw new Error(`npm ci failed in ${folder}; its message is above.`);
}
