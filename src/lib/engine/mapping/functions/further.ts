import { caseFunctions } from './case';
import { coalesceFunctions } from './coalesce';
import { convertFunctions } from './convert';
import { dateFunctions } from './dates';
import { directoryFunctions } from './directory';
import { encodeFunctions } from './encode';
import { flowFunctions } from './flow';
import { formatDateTimeFunctions } from './format-date-time';
import { listFunctions } from './lists';
import { presenceFunctions } from './presence';
import { randomFunctions } from './random';
import { replaceFunctions } from './replace';
import { roleFunctions } from './roles';

/** Everything else: patterns, dates, lists, roles. */
export const functions = [
	...coalesceFunctions,
	...caseFunctions,
	...presenceFunctions,
	...flowFunctions,
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
