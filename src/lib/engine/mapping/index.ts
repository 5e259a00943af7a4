/** The expression language of attribute mappings with all of its functions, for programs that ask it synchronously. */
export * from './core';
export { checkMappings, type CheckOptions, isKnown, type MappingComplaint } from './attributes/check';
export { evaluateWithTrace, type TracedEvaluation, type TraceNode } from './evaluate/trace';
export { functions } from './functions';
export { type FunctionEntry, type Parameter, parameterAt, type Profile, signature } from './functions/entry';
export { functionNamed } from './functions/named';
export { parseExpression, type ParseOptions } from './language/parser';
export { printExpression } from './language/print';
export { fromStored, storedKeys, type StoredSource, toStored } from './language/stored';
export { type Node, nodesOf, type ParseError, placeOf } from './language/tree';
export { expressionWarnings, type ExpressionWarning } from './language/warnings';
export { compilePattern, Pattern, PatternFault, StepLimit } from './regex';
