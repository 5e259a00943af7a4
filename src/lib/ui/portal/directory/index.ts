export { ListWindow } from './list-window.svelte';
export { userColumns, type UserRow } from './user-columns';
export { default as UserForm } from './UserForm.svelte';
