import { caseFunctions } from './case';
import { cleanFunctions } from './clean';
import { flowFunctions } from './flow';
import { joinFunctions } from './join';
import { partFunctions } from './parts';
import { presenceFunctions } from './presence';
import { uniqueFunctions } from './unique';

/** What names and addresses are made with. */
export const functions = [
	...joinFunctions,
	...partFunctions,
	...caseFunctions,
	...cleanFunctions,
	...presenceFunctions,
	...flowFunctions,
	...uniqueFunctions
];
