import { Part } from '#lib/parts/part';
import { chooseFunctions } from './choose';
import type { FunctionEntry } from './entry';
import { joinFunctions } from './join';

interface Shelf {
	readonly names: readonly string[];
	readonly part: Part<{ readonly functions: readonly FunctionEntry[] }>;
}

/** Here from the beginning. */
export const own: readonly FunctionEntry[] = [...chooseFunctions, ...joinFunctions];
/** What names and addresses are made with: loaded when an expression names one of them. */
export const texts: Shelf = {
	names: 'DefaultDomain InStr Left Mid NormalizeDiacritics SelectUniqueValue StripSpaces Trim Word'.split(' '),
	part: new Part(() => import('./texts'))
};
/** Everything else: patterns, dates, lists, roles. */
export const further: Shelf = {
	names:
		'AppRoleAssignments AppRoleAssignmentsComplex AssertiveAppRoleAssignmentsComplex BitAnd CBool CDate CRef CStr Coalesce Contains ConvertFromBase64 ConvertToBase64 ConvertToUTF8Hex Count DNComponent DateAdd DateDiff DateFromNum Error FormatDateTime Guid IgnoreFlowIfNullOrEmpty IsNull IsNullOrEmpty IsPresent IsString Item Not Now NumFromDate PCase RandomString Redact RemoveDuplicates Replace SingleAppRoleAssignment Split StringFromSid ToLower ToUpper'.split(
			' '
		),
	part: new Part(() => import('./further'))
};

/** Every name, in the order of the alphabet. */
export const functionNames: readonly string[] = [...own.map(({ name }) => name), ...texts.names, ...further.names].sort(
	(one, two) => (one.toLowerCase() < two.toLowerCase() ? -1 : 1)
);

/** Function names are case-sensitive unless asked otherwise (G-007). */
export function functionNamed(name: string, ignoreCase = false): FunctionEntry | undefined {
	const known = functionNames.includes(name) ? name : ignoreCase ? inAnyCase(name) : undefined;
	if (known === undefined) return undefined;
	const shelf = [texts, further].find(({ names }) => names.includes(known));
	return (shelf ? shelf.part.here.functions : own).find((entry) => entry.name === known);
}

function inAnyCase(name: string): string | undefined {
	return functionNames.find((known) => known.toLowerCase() === name.toLowerCase());
}
