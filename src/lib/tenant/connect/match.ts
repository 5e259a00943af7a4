/** A user of the tenant as matching sees it. */
export interface Candidate {
	readonly slot: number;
	readonly immutableId: string | null;
	readonly isAdministrator: boolean;
}

/** What is switched on for the whole tenant (H-314). */
export interface MatchOptions {
	readonly blockSoftMatch: boolean;
	readonly blockHardMatch: boolean;
}

export type MatchVerdict =
	| { readonly kind: 'create' }
	| { readonly kind: 'link'; readonly user: number }
	| { readonly kind: 'fail'; readonly refusal: ExportRefusal };

/** Why the tenant does not take an account: the error as Connect shows it, and the rule behind it. */
export interface ExportRefusal {
	readonly code: string;
	readonly reason: string;
	readonly rule: `H-${number}`;
}

const refused = (code: string, rule: `H-${number}`, reason: string): MatchVerdict => ({
	kind: 'fail',
	refusal: { code, reason, rule }
});

/**
 * How an account that is new to Connect finds its user (H-310 to H-314): by its anchor, else by user name or primary
 * address. `byAnchor` and `byName` are the users that the two searches find.
 */
export function matchAccount(
	anchor: string,
	byAnchor: Candidate | null,
	byName: Candidate | null,
	options: MatchOptions
): MatchVerdict {
	if (byAnchor) {
		if (options.blockHardMatch)
			return refused('InvalidHardMatch', 'H-314', 'Taking over a cloud user by its anchor is blocked in this tenant.');
		return { kind: 'link', user: byAnchor.slot };
	}
	if (!byName) return { kind: 'create' };
	if (byName.immutableId !== null && byName.immutableId !== anchor)
		return refused('InvalidSoftMatch', 'H-313', 'A user with this name or address already belongs to another account.');
	if (byName.isAdministrator)
		return refused('ExistingAdminRoleConflict', 'H-312', 'A user with an administrator role is never matched.');
	if (options.blockSoftMatch)
		return refused('InvalidSoftMatch', 'H-314', 'Matching by name or address is blocked in this tenant.');
	return { kind: 'link', user: byName.slot };
}

/** H-320: more staged deletions than this stop the export. */
export const DELETION_THRESHOLD = 500;
export const THRESHOLD_STATUS = 'stopped-deletion-threshold-exceeded';
export const THRESHOLD_EVENT = 116;
export const THRESHOLD_MAIL = 'Export to Microsoft Entra ID was Stopped. Accidental delete threshold was reached.';
