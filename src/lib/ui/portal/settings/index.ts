export { default as SimulationSettings } from './SimulationSettings.svelte';
