export { default as JourneySheet } from './JourneySheet.svelte';
