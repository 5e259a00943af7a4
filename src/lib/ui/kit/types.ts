import type { IconName } from './icons';

/** Something that a person can do here: a button in a command bar, an entry of a menu. */
export interface Command {
	id: string;
	label: string;
	icon?: IconName;
	/** The key that does the same. */
	key?: string;
	/** One line more, below the label or in the tooltip. */
	hint?: string;
	href?: string;
	/** Why it cannot be used now; it stays in its place and says so. */
	disabledWhy?: string;
	/** In a menu: a choice that is taken or not. In a bar: a toggle. */
	checked?: boolean;
	/** In a menu: a heading above this entry, which starts a new group. */
	heading?: string;
	run?: () => void;
}

export interface Crumb {
	label: string;
	/** The last crumb, the place itself, has none. */
	href?: string;
}
