/** The expression language of attribute mappings, and the evaluation of mapping lists; rarer functions come when they are named. */
export { readAttribute } from './evaluate/attribute';
export { createContext, nothingComputed, type Computed, type Context, type EvaluateOptions } from './evaluate/context';
export {
	CompiledExpression,
	compileExpression,
	evaluateExpression,
	type Evaluation,
	type EvaluationError
} from './evaluate/expression';
export { EvaluationFault } from './evaluate/fault';
export { integerFromText, toInteger } from './values/numbers';
export { render, type Rendered, textOf } from './values/render';
export type { Source, Value } from './values/value';
export { CompiledMappings, type MatchingValue, type Present, type UpdateOptions } from './attributes/apply';
export type {
	AttributeMapping,
	Flow,
	Flows,
	FlowType,
	LeftOut,
	MappingFailure,
	MappingSchema,
	MappingSource,
	ObjectIgnored,
	RoleKind,
	SourceAttribute,
	Stopped,
	TargetAttribute
} from './attributes/types';
