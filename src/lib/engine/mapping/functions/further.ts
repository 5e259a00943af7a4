import { convertFunctions } from './convert';
import { dateFunctions } from './dates';
import { directoryFunctions } from './directory';
import { encodeFunctions } from './encode';
import { formatDateTimeFunctions } from './format-date-time';
import { listFunctions } from './lists';
import { randomFunctions } from './random';
import { replaceFunctions } from './replace';
import { roleFunctions } from './roles';

/** Patterns, dates, lists, roles and what else there is. */
export const functions = [
	...replaceFunctions,
	...listFunctions,
	...convertFunctions,
	...encodeFunctions,
	...dateFunctions,
	...formatDateTimeFunctions,
	...randomFunctions,
	...roleFunctions,
	...directoryFunctions
];
