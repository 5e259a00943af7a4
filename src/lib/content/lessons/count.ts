/** How many lessons there are, without reading them. */
export const lessonCount = Object.keys(import.meta.glob('./*.md', { query: '?raw', import: 'default' })).length;
