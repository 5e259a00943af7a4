import type { Json } from '../../base';
import { attributeThunk } from '../evaluate/attribute';
import type { Context, Thunk } from '../evaluate/context';
import { CompiledExpression, compileExpression } from '../evaluate/expression';
import { EvaluationFault } from '../evaluate/fault';
import { convert } from './convert';
import type { AttributeMapping, MappingSchema, RoleKind, TargetAttribute } from './types';

const roleFunctions: { readonly [name: string]: RoleKind } = {
	SingleAppRoleAssignment: 'single',
	AppRoleAssignmentsComplex: 'complex',
	AssertiveAppRoleAssignmentsComplex: 'assertive'
};

/** A mapping that is ready to run. */
export interface ReadyMapping {
	readonly mapping: AttributeMapping;
	readonly index: number;
	/** Undefined for type None, which computes nothing. */
	readonly thunk: Thunk | undefined;
	readonly attribute: TargetAttribute | undefined;
	readonly attributes: readonly string[];
	readonly isExpression: boolean;
	readonly isReference: boolean;
	readonly isSwitch: boolean;
	readonly isRedacted: boolean;
	readonly roles: RoleKind | null;
	/** Both switches are on, and the job is one that clears values (M-030, M-031). */
	readonly flowsNull: boolean;
	/** Converted once; undefined: there is none. */
	readonly defaultValue: Json | undefined;
}

export function readyMapping(mapping: AttributeMapping, index: number, schema: MappingSchema): ReadyMapping {
	const attribute = schema.target?.[mapping.target];
	const { thunk, expression } = sourceOf(mapping);
	const outermost = expression?.tree.kind === 'call' ? expression.tree.name : '';
	const { source } = mapping;
	const attributes = expression?.attributes ?? (source.type === 'Direct' ? [source.attribute] : []);
	const sourceFlowsNull = attributes.length > 0 && attributes.every((name) => schema.source?.[name]?.flowNullValues);
	return {
		mapping,
		index,
		thunk,
		attribute,
		attributes,
		isExpression: expression !== undefined,
		isReference: attribute?.type === 'Reference',
		isSwitch: outermost === 'Switch',
		isRedacted: expression?.isRedacted ?? false,
		roles: roleFunctions[outermost] ?? null,
		flowsNull: Boolean(schema.inbound && mapping.flowNullValues && sourceFlowsNull && !attribute?.multivalued),
		defaultValue: mapping.defaultValue == null ? undefined : convert(mapping.defaultValue, attribute)
	};
}

function sourceOf({ source }: AttributeMapping): { thunk: Thunk | undefined; expression?: CompiledExpression } {
	switch (source.type) {
		case 'None':
			return { thunk: undefined };
		case 'Constant':
			return { thunk: () => source.value };
		case 'Direct':
			return { thunk: attributeThunk(source.attribute) };
		case 'Expression': {
			const compiled = compileExpression(source.expression);
			if (compiled instanceof CompiledExpression) {
				return { thunk: (context: Context) => compiled.evaluate(context), expression: compiled };
			}
			// It could not have been saved; should it be there all the same, every object fails with the reason.
			const { message, at } = compiled;
			return {
				thunk: () => {
					throw new EvaluationFault(message, at);
				}
			};
		}
	}
}
