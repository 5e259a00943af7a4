import { caseFunctions } from './case';
import { cleanFunctions } from './clean';
import { flowFunctions } from './flow';
import { partFunctions } from './parts';
import { presenceFunctions } from './presence';
import { uniqueFunctions } from './unique';

/** What names and addresses are made with. */
export const functions = [
	...partFunctions,
	...caseFunctions,
	...cleanFunctions,
	...presenceFunctions,
	...flowFunctions,
	...uniqueFunctions
];
