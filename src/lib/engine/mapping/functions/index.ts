import { caseFunctions } from './case';
import { cleanFunctions } from './clean';
import { chooseFunctions } from './choose';
import { convertFunctions } from './convert';
import { dateFunctions } from './dates';
import { directoryFunctions } from './directory';
import { encodeFunctions } from './encode';
import type { FunctionEntry } from './entry';
import { flowFunctions } from './flow';
import { formatDateTimeFunctions } from './format-date-time';
import { joinFunctions } from './join';
import { listFunctions } from './lists';
import { partFunctions } from './parts';
import { presenceFunctions } from './presence';
import { randomFunctions } from './random';
import { replaceFunctions } from './replace';
import { roleFunctions } from './roles';
import { uniqueFunctions } from './unique';

/** Every function of the language, in the order of the alphabet. */
export const functions: readonly FunctionEntry[] = [
	...joinFunctions,
	...partFunctions,
	...caseFunctions,
	...cleanFunctions,
	...replaceFunctions,
	...listFunctions,
	...chooseFunctions,
	...presenceFunctions,
	...flowFunctions,
	...convertFunctions,
	...encodeFunctions,
	...dateFunctions,
	...formatDateTimeFunctions,
	...randomFunctions,
	...uniqueFunctions,
	...roleFunctions,
	...directoryFunctions
].sort((one, two) => (one.name.toLowerCase() < two.name.toLowerCase() ? -1 : 1));

export const functionNames: readonly string[] = functions.map(({ name }) => name);

const exact = new Map(functions.map((entry) => [entry.name, entry]));
const anyCase = new Map(functions.map((entry) => [entry.name.toLowerCase(), entry]));

/** Function names are case-sensitive unless asked otherwise (G-007). */
export function functionNamed(name: string, ignoreCase = false): FunctionEntry | undefined {
	return exact.get(name) ?? (ignoreCase ? anyCase.get(name.toLowerCase()) : undefined);
}
