import { failureOf, incompatible, isSuccess } from '../target/errors';
import type { Outcome } from '../unit';
import { send, type UnitView } from './view';

/** C-118, C-139: asks for somebody who cannot exist; only 200 with an empty list lets the cycle go on (C-039). */
export function probeUnit(view: UnitView, nobody: string): Outcome {
	if (view.config.misled) return outcome(view.config.misled);
	const path = view.mapping.matchingPaths[0] ?? 'userName';
	const response = send(view, view.target.probe(path, nobody));
	if (!isSuccess(response)) {
		const failure = failureOf(response);
		// C-323: a protocol failure of the probe has a code of its own.
		return outcome(response.status === 404 ? { ...failure, code: incompatible } : failure);
	}
	const hits = view.target.list(response);
	if (hits === null) return outcome({ code: incompatible, reason: 'The answer to the test query cannot be read.' });
	return outcome(undefined, view.app.probeMs);
}

function outcome(failure: Outcome['failure'], took = 0): Outcome {
	return { rule: failure ? 'C-322' : 'C-118', took, writes: [], result: 'done', exported: false, failure };
}
