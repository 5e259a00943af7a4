import type { ModifiedProperty, TraceEntry } from '#lib/engine/trace';
import type { Seq } from '#lib/engine/base';
import { vendorErrorOf } from '#lib/scim/errors';
import { explain } from '../../explain';
import type { Sandbox } from './sandbox';

/** What the unit of a row sent: each attribute with its old and new value. */
export function modifiedBy(sandbox: Sandbox, row: Seq): readonly ModifiedProperty[] {
	const found = [...explain(sandbox.world, row)].reverse().find(({ step }) => step === 'modified');
	return found?.step === 'modified' ? found.properties : [];
}

/** The attribute and value that an application refused, from its last answer. */
export function refusedValue(
	sandbox: Sandbox,
	row: Seq
): { readonly attribute: string; readonly value: string } | null {
	const trace = explain(sandbox.world, row);
	const refused = trace.find(({ step }) => step === 'refused');
	if (refused?.step === 'refused') return refused;
	const answers = trace.filter((entry): entry is TraceEntry & { step: 'request' } => entry.step === 'request');
	const last = answers[answers.length - 1];
	if (!last) return null;
	const { attribute = '', value = '' } = vendorErrorOf(last.response);
	return attribute || value ? { attribute, value } : null;
}
