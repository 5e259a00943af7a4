import { expect } from 'vitest';
import { failureText, runScript } from '../script';

/** Runs a script of the scenario language; the test fails with what the script expected and saw. */
export function passes(script: string): void {
	const { failures } = runScript(script);
	expect(failures.map(failureText)).toEqual([]);
}
