/** The expression language of attribute mappings with all of its functions, for programs that ask it synchronously. */
export * from './core';
export { functions } from './functions';
export { compilePattern, Pattern, PatternFault, StepLimit } from './regex';
