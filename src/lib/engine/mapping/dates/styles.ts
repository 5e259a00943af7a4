/** What the .NET DateTimeStyles change here; the other names are accepted and change nothing (D-008). */
export interface Styles {
	readonly leadingWhite: boolean;
	readonly trailingWhite: boolean;
	readonly currentDateDefault: boolean;
}

/** RoundtripKind, AllowLeadingWhite, AllowTrailingWhite: what the service uses when none are given. */
export const defaultStyles: Styles = { leadingWhite: true, trailingWhite: true, currentDateDefault: true };

const names = new Set([
	'None',
	'AllowLeadingWhite',
	'AllowTrailingWhite',
	'AllowInnerWhite',
	'AllowWhiteSpaces',
	'NoCurrentDateDefault',
	'AdjustToUniversal',
	'AssumeLocal',
	'AssumeUniversal',
	'RoundtripKind'
]);

/** Comma-separated names, each with an optional prefix `DateTimeStyles.`; they replace the default. */
export function readStyles(text: string): Styles | string {
	const given = text.split(',').map((name) => name.trim().replace(/^DateTimeStyles\./, ''));
	const unknown = given.find((name) => !names.has(name));
	if (unknown !== undefined) return unknown;
	const white = given.includes('AllowWhiteSpaces');
	return {
		leadingWhite: white || given.includes('AllowLeadingWhite'),
		trailingWhite: white || given.includes('AllowTrailingWhite'),
		currentDateDefault: !given.includes('NoCurrentDateDefault')
	};
}
