import { cleanFunctions } from './clean';
import { partFunctions } from './parts';
import { uniqueFunctions } from './unique';

/** What names and addresses are made with. */
export const functions = [...cleanFunctions, ...partFunctions, ...uniqueFunctions];
