export { act } from './act';
export { default as Place } from './Place.svelte';
export { place, type PlaceData } from './place.svelte';
export { selection } from './why.svelte';
