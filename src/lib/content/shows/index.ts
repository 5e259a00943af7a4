import { readShow, type Show } from './read';

export { readShow, ShowError, type Cue, type Show } from './read';

const files = import.meta.glob<string>('./*.md', { query: '?raw', import: 'default', eager: true });

/** In the order in which they are offered: the general one first. */
const order = ['provisioning', 'quarantine', 'rollback'];

/** The shows that are shipped: each is one file, a script and its cues. */
export const shows: readonly Show[] = Object.keys(files)
	.map((path) => readShow(path.slice(2), files[path]!))
	.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
