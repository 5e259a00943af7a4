export { default as BranchList } from './BranchList.svelte';
export { default as DifferenceTable } from './DifferenceTable.svelte';
export { default as MomentField } from './MomentField.svelte';
export { default as OwnCommands } from './OwnCommands.svelte';
export { default as SystemTable } from './SystemTable.svelte';
export { whenWords, type Comparison, type Difference } from './words';
