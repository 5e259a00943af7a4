export { default as Mark } from './Mark.svelte';
export { drawMark } from './draw';
export { MARK_WORDS, STATUS, markPath, shapeOf, toneOf } from './table';
export type { Mark as MarkShape, Tone } from './table';
