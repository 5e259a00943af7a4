/** The words of the language that are no functions (tree.ts has the same list; the test compares them). */
export const keywords = [
	'True',
	'False',
	'NULL',
	'vbTextCompare',
	'vbBinaryCompare',
	'IgnoreAttributeFlow',
	'IgnoreObjectFlow',
	'Unicode',
	'ASCII',
	'UTF8'
] as const;
