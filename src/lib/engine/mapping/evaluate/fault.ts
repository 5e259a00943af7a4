/** An evaluation error (E-002): the object fails in this cycle. Says which function, argument and value. */
export class EvaluationFault extends Error {
	/** Where the function, or the argument at fault, begins in the expression. */
	readonly at: number;

	constructor(message: string, at: number) {
		super(message);
		this.at = at;
	}
}
