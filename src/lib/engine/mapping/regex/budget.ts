/** What all searches of one evaluation may take together; a search through one value is a few hundred steps. */
export const stepLimit = 300_000;

/** The steps that are left. */
export interface Budget {
	steps: number;
}

export class StepLimit extends Error {
	constructor() {
		super('the pattern needs too many steps');
	}
}
