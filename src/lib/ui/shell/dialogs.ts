export { default as KeysDialog } from './KeysDialog.svelte';
export { default as NewCompany } from './NewCompany.svelte';
export { default as Sessions } from './Sessions.svelte';
