export { default as CueBar } from './CueBar.svelte';
export { default as LiveMap } from './LiveMap.svelte';
export { default as Legend } from './Legend.svelte';
export { default as RunBar } from './RunBar.svelte';
export { default as Stage } from './Stage.svelte';
export { default as SystemMap } from './SystemMap.svelte';
export { default as Timeline } from './Timeline.svelte';
export { PACES, STEPS, STOPS, type RunActions, type RunChoice } from './run';
export type { MarkWords } from './types';
