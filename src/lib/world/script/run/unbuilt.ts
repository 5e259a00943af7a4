/** The script needs something that the simulation does not model yet: a failure that says so, never a wrong answer. */
export class NotModelled extends Error {
	constructor(what: string) {
		super(`not modelled yet: ${what}`);
	}
}

/** What a script says cannot be done in this sandbox: an object or application that is not there. */
export class NotThere extends Error {}
