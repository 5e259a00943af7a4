export { connectCommands } from './commands';
export { default as ErrorList } from './ErrorList.svelte';
export { runConnect } from './run';
export { default as RunLines } from './RunLines.svelte';
export { default as Runs } from './Runs.svelte';
export { default as Settings } from './Settings.svelte';
export { default as State } from './State.svelte';
export { default as UnitFilter } from './UnitFilter.svelte';
export { mendWords } from './words';
