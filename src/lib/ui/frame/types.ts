import type { Command } from '../kit/types';
import type { IconName } from '../kit/icons';

export interface NavItem {
	id: string;
	label: string;
	href: string;
	icon: IconName;
	/** "25", "4 of 18" */
	count?: string | number;
}

export interface NavSection {
	/** Without a title the items stand at the left edge; with one they are indented below it. */
	title?: string;
	items: readonly NavItem[];
}

/** The window shows an earlier moment. */
export interface Past {
	/** "Tue 3 Mar, 09:05" */
	seen: string;
	/** "09:41" */
	now: string;
	/** The branch that stays as it is. */
	branch: string;
	onback: () => void;
}

export interface TopBarData {
	company: string;
	/** Other companies, save, share, export... */
	companyMenu: readonly Command[];
	branch: string;
	branchMenu: readonly Command[];
	/** "Portal of 2024" */
	generation: string;
	generationMenu: readonly Command[];
	onsearch: () => void;
	onkeys: () => void;
}
