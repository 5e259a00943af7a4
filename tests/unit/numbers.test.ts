import { expect, it } from 'vitest';
import { filesUnder, read } from './tree/files';

/** What a list and its empty place say of how many there are: a company may have 100,000 people. */
const bare = /None of \$\{(?!numberWords)|\$\{[\w.]+\.total\} of/;
const pages = () =>
	[...filesUnder('src/lib/ui'), ...filesUnder('src/routes')].filter((path) => path.endsWith('.svelte'));

it('how many there are is written with its thousands apart, as in every other place', () => {
	expect(pages().filter((path) => bare.test(read(path)))).toEqual([]);
});
