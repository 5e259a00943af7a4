import { durations } from '../job/durations';
import { failureOf, isSuccess } from '../target/errors';
import type { Outcome } from '../unit';
import { send, type Subject, type UnitView } from './view';

/** Writes the references of one user once all objects exist (C-124, C-281 to C-286). */
export function referenceUnit(subject: Subject, view: UnitView): Outcome {
	let failed = false;
	let exported = false;
	for (const { source, path } of view.mapping.references) {
		const slot = subject.object!.attrs[source];
		if (typeof slot !== 'number') continue; // C-216, C-217: an empty reference is left out
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
			failed = true;
			const { code, reason } = failureOf(written);
			view.tell('fail', 'C-288', 1, `${code}: ${reason}`);
		}
	}
	return outcome(failed, exported);
}

/** C-288: a failed reference is kept apart from the object's own result. */
function outcome(failed: boolean, exported: boolean): Outcome {
	return { rule: failed ? 'C-288' : 'C-124', took: durations.reference, writes: [], result: 'done', exported };
}
