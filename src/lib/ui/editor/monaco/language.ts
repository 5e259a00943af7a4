import type * as Monaco from 'monaco-editor/editor';
import { keywords } from '../keywords';

export const languageId = 'provlab-expression';

/** Colours, brackets and words of the expression language (G-001 to G-006). */
export function registerLanguage({ languages }: typeof Monaco): void {
	languages.register({ id: languageId });
	languages.setLanguageConfiguration(languageId, {
		brackets: [['(', ')']],
		autoClosingPairs: [
			{ open: '(', close: ')', notIn: ['string'] },
			{ open: '[', close: ']', notIn: ['string'] },
			{ open: '"', close: '"', notIn: ['string'] }
		],
		surroundingPairs: [
			{ open: '(', close: ')' },
			{ open: '[', close: ']' },
			{ open: '"', close: '"' }
		],
		wordPattern: /[A-Za-z_][A-Za-z0-9_]*/
	});
	languages.setMonarchTokensProvider(languageId, {
		keywords: [...keywords],
		tokenizer: {
			root: [
				[/"/, { token: 'string', next: '@text' }],
				[/\[/, { token: 'attribute', next: '@attribute' }],
				[/[A-Za-z_][A-Za-z0-9_]*(?=\s*\()/, 'function'],
				[/[A-Za-z_][A-Za-z0-9_]*/, { cases: { '@keywords': 'keyword', '@default': 'unknown' } }],
				[/-?[0-9]+(?:\.[0-9]+)?/, 'number'],
				[/&[Hh][0-9A-Fa-f]+/, 'number'],
				[/<>|>=|<=|[=<>]/, 'operator'],
				[/[(),]/, 'delimiter']
			],
			text: [
				[/[^"\\]+/, 'string'],
				[/\\["\\]/, 'string.escape'],
				[/\\/, 'string'],
				[/"/, { token: 'string', next: '@pop' }]
			],
			attribute: [
				[/[^\]]+/, 'attribute'],
				[/\]/, { token: 'attribute', next: '@pop' }]
			]
		}
	});
}
