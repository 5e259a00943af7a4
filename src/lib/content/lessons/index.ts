import { readLesson, type Lesson } from './read';

export { scriptOf, wholeScriptOf } from './script';
export * from './read';

const files = import.meta.glob<string>('./*.md', { query: '?raw', import: 'default', eager: true });

const idOf = (path: string) => path.slice(2, -3);

/** The first path in its order, then the misunderstood behaviours by their numbers. */
function byPlace(a: Lesson, b: Lesson): number {
	const place = ({ path, number, id }: Lesson) =>
		`${path === null ? 1 : 0} ${String(path ?? 0).padStart(3, '0')} ${number ?? ''} ${id}`;
	return place(a) < place(b) ? -1 : 1;
}

/** All lessons; a file that cannot be read is an error that names its line. */
export const lessons: readonly Lesson[] = Object.keys(files)
	.map((path) => readLesson(idOf(path), files[path]!))
	.sort(byPlace);
