export { default as KeysDialog } from './KeysDialog.svelte';
export { default as NewCompany } from './NewCompany.svelte';
