import type * as Monaco from 'monaco-editor/editor';

export const jsonId = 'provlab-json';

/** Colours and brackets of JSON; what is wrong with a body says the engine, so that no other worker is needed. */
export function registerJson({ languages }: typeof Monaco): void {
	if (languages.getLanguages().some(({ id }) => id === jsonId)) return;
	languages.register({ id: jsonId });
	languages.setLanguageConfiguration(jsonId, {
		brackets: [
			['{', '}'],
			['[', ']']
		],
		autoClosingPairs: [
			{ open: '{', close: '}', notIn: ['string'] },
			{ open: '[', close: ']', notIn: ['string'] },
			{ open: '"', close: '"', notIn: ['string'] }
		]
	});
	languages.setMonarchTokensProvider(jsonId, {
		tokenizer: {
			root: [
				[/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'attribute'],
				[/"(?:[^"\\]|\\.)*"/, 'string'],
				[/"(?:[^"\\]|\\.)*$/, 'unknown'],
				[/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
				[/\b(?:true|false|null)\b/, 'keyword'],
				[/[{}[\],:]/, 'delimiter']
			]
		}
	});
}
