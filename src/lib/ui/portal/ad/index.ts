export { adCommands } from './account-commands';
export { default as AccountHead } from './AccountHead.svelte';
export { default as AccountList } from './AccountList.svelte';
export { default as AccountProperties } from './AccountProperties.svelte';
export { default as MoveForm } from './MoveForm.svelte';
export { default as NewAccount } from './NewAccount.svelte';
export { default as NewUnit } from './NewUnit.svelte';
export { default as NoActiveDirectory } from './NoActiveDirectory.svelte';
export { default as UnitTree } from './UnitTree.svelte';
