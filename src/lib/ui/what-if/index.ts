export { default as ChangesForm } from './ChangesForm.svelte';
export { default as Result } from './Result.svelte';
export { commandsOf, countOf, isChanges, missingIn, noChanges, type Changes } from './changes';
export { beginnings, ends, untilOf } from './moments';
export { runs } from './runs.svelte';
