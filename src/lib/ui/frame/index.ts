export { default as Frame } from './Frame.svelte';
export { default as About } from './About.svelte';
export { default as Logo } from './Logo.svelte';
export { runKey, keyName, isTyping } from './keys';
export { theme, type Theme } from './theme.svelte';
export { widthsFor, type Widths } from './widths';
export type { NavItem, NavSection, Past, TopBarData } from './types';
