import { monaco } from './load';

export const scriptLanguage = 'provlab-script';

/** The words of the script language, as the engine knows them. */
export interface ScriptWords {
	readonly actions: readonly string[];
	readonly expressions: readonly string[];
}

const { languages } = monaco;
let words: (() => Promise<ScriptWords>) | null = null;

/** Where the names of actions and expressions come from. */
export function scriptWordsFrom(source: () => Promise<ScriptWords>): void {
	words = source;
}

languages.register({ id: scriptLanguage });
languages.setLanguageConfiguration(scriptLanguage, {
	brackets: [
		['(', ')'],
		['[', ']']
	],
	wordPattern: /[A-Za-z][\w.-]*/
});
languages.setMonarchTokensProvider(scriptLanguage, {
	tokenizer: {
		root: [
			[/^\s*(?:world|do|=>|\?\?)(?=\s|$)/, 'keyword'],
			[/"[^"]*"/, 'string'],
			[/(?:\d\d-\d\d )?\d\d:\d\d/, 'attribute'],
			[/[A-Za-z][\w.-]*(?=\()/, 'function'],
			[/\b(?:create|update|enable|disable|delete|skip|fail|staged|ref|refFail|link|none)\b/, 'keyword'],
			[/\d+/, 'number']
		]
	}
});

languages.registerCompletionItemProvider(scriptLanguage, {
	triggerCharacters: [' '],
	async provideCompletionItems(model, position) {
		const before = model.getValueInRange(
			new monaco.Range(position.lineNumber, 1, position.lineNumber, position.column)
		);
		const found = /^\s*(do|\?\?)\s+(?:end|(?:\d\d-\d\d )?\d\d:\d\d)\s+([\w.-]*)$/.exec(before);
		if (!found || !words) return { suggestions: [] };
		const [, sign, begun = ''] = found;
		const { actions, expressions } = await words();
		const range = new monaco.Range(
			position.lineNumber,
			position.column - begun.length,
			position.lineNumber,
			position.column
		);
		const suggestions = (sign === 'do' ? actions : expressions).map((name) => ({
			label: name,
			kind: languages.CompletionItemKind.Function,
			insertText: sign === 'do' ? `${name}($0)` : name,
			insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
			range
		}));
		return { suggestions };
	}
});

export { monaco };
