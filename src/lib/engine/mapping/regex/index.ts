export { invariantLower, invariantUpper, lowerChar, upperChar } from './casing';
export { type Budget, StepLimit, stepLimit } from './budget';
export { compilePattern, type Match, Pattern } from './pattern';
export { replaceGroup, replaceMatches } from './substitute';
export { PatternFault } from './tree';
