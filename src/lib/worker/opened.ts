export interface Opened {
	readonly id: string;
	/** Another tab has it open. */
	readonly elsewhere?: boolean;
	/** Nothing was stored: this is the company of a first visit. */
	readonly first?: boolean;
	/** Where a shared session no longer comes to what it once did. */
	readonly differs?: string | null;
}

export interface SessionInfo {
	readonly id: string;
	readonly name: string;
	readonly created: number;
	readonly used: number;
	readonly size: number;
}
