import type { HrSystem } from './dates';
import type { Worker } from './worker';

type Fields = Worker['fields'];

const names: Readonly<Record<HrSystem, Readonly<Record<'first' | 'last' | 'whole', string>>>> = {
	workday: { first: 'FirstName', last: 'LastName', whole: 'PreferredNameData' },
	successfactors: { first: 'PerPersonal.firstName', last: 'PerPersonal.lastName', whole: 'PerPersonal.displayName' }
};

const given = (value: Fields[string] | undefined) => (value === null || value === undefined ? '' : String(value));

/**
 * H-101: the name that is shown follows a change of first or last name, as long as nobody has given the worker a name
 * of another form; a change that names it itself says what it is.
 */
export function withShownName(before: Fields, changed: Fields, system: HrSystem): Fields {
	const { first, last, whole } = names[system];
	if (whole in changed || (!(first in changed) && !(last in changed))) return changed;
	const parts = (fields: Fields) => [given(fields[first]), given(fields[last])] as const;
	const forms = ([one, other]: readonly [string, string]) => [`${one} ${other}`.trim(), `${other} ${one}`.trim()];
	const form = forms(parts(before)).indexOf(given(before[whole]));
	if (form < 0) return changed;
	return { ...changed, [whole]: forms(parts({ ...before, ...changed }))[form]! };
}
