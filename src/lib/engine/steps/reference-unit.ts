import { durations } from '../job/durations';
import type { Failure } from '../job/escrow';
import { failureOf, isSuccess } from '../target/errors';
import type { Outcome } from '../unit';
import { referenceWrites, writesReference } from './finish';
import { send, type Subject, type UnitView } from './view';

/** Writes the references of one user once all objects exist (C-124, C-281 to C-286). */
export function referenceUnit(subject: Subject, view: UnitView): Outcome {
	let failure: Failure | null = null;
	let cause = 0;
	let exported = false;
	for (const { source, path, once } of view.mapping.references) {
		const slot = subject.object!.attrs[source];
		if (typeof slot !== 'number') continue; // C-216, C-217: an empty reference is left out
		if (!writesReference(subject, view.actions, once, view.cycle.slot)) continue;
		const referenced = view.host.link(view.job.slot, 'user', slot);
		if (!referenced) {
			view.tell('reference.unresolved', 'C-283', 0, slot);
			continue;
		}
		const has = send(view, view.target.hasReference(subject.link!.targetId, path, referenced.targetId));
		if (isSuccess(has) && (view.target.list(has)?.length ?? 0) > 0) continue;
		const written = send(view, view.target.setReference(subject.link!.targetId, path, referenced.targetId));
		if (isSuccess(written)) {
			exported = true;
			view.tell('reference', 'C-282', 0, slot);
		} else {
			failure = failureOf(written);
			cause = view.tell('fail', 'C-288', 1, `${failure.code}: ${failure.reason}`);
		}
	}
	const writes = referenceWrites(subject, view, failure, cause);
	// C-288: a failed reference is kept apart from the object's own result.
	return { rule: failure ? 'C-288' : 'C-124', took: durations.reference, writes, result: 'done', exported };
}
