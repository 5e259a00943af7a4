import type { FunctionEntry } from './entry';
import * as furtherPart from './further';
import { further, own, texts } from './named';
import * as textsPart from './texts';

texts.part.fill(textsPart);
further.part.fill(furtherPart);

/** Every function of the language, in the order of the alphabet. */
export const functions: readonly FunctionEntry[] = [...own, ...textsPart.functions, ...furtherPart.functions].sort(
	(one, two) => (one.name.toLowerCase() < two.name.toLowerCase() ? -1 : 1)
);
