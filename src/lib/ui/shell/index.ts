export { act } from './act';
export { download } from './menus';
export { start } from './first-visit';
export { default as Place } from './Place.svelte';
export { place, type PlaceData } from './place.svelte';
export { default as Shell } from './Shell.svelte';
export { toastUndo } from './undo';
export { selection } from './why.svelte';
