import { monaco } from './load';

export const scriptLanguage = 'provlab-script';

/** The words of the script language, as the engine knows them. */
export interface ScriptWords {
	readonly actions: readonly string[];
	readonly expressions: readonly string[];
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly groups: readonly string[];
	readonly apps: readonly string[];
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

/** People by their index and name, groups and applications, wherever an argument or an object of a result stands. */
function namesAt(before: string, { lineNumber, column }: { lineNumber: number; column: number }, known: ScriptWords) {
	const isInText = (before.match(/"/g)?.length ?? 0) % 2 === 1;
	const isThere = /^\s*(?:(?:do|\?\?)\s.*\(|=>.*\[)/.test(before);
	const [, opened, begun] = /([([,\s])([^\s"(,[=]*)$/.exec(before) ?? [];
	if (!isThere || isInText || opened === undefined || begun === undefined) return [];
	const range = new monaco.Range(lineNumber, column - begun.length, lineNumber, column);
	const { CompletionItemKind: kinds } = languages;
	const people = known.people.map(({ id, name }) => ({
		label: `${id} ${name}`,
		// What is typed may be the index or the name.
		filterText: /^\d/.test(begun) ? id : name,
		sortText: `1${id.padStart(3, '0')}`,
		insertText: id,
		kind: kinds.User,
		range
	}));
	const plain = (label: string, kind: (typeof kinds)[keyof typeof kinds], order: string) => ({
		label,
		sortText: order + label,
		insertText: label,
		kind: kind as number,
		range
	});
	return [
		...(opened === '(' ? known.apps.map((app) => plain(app, kinds.Module, '0')) : []),
		...people,
		...known.groups.map((group) => plain(group, kinds.Folder, '2'))
	];
}

languages.registerCompletionItemProvider(scriptLanguage, {
	triggerCharacters: [' ', '(', '['],
	async provideCompletionItems(model, position) {
		const before = model.getValueInRange(
			new monaco.Range(position.lineNumber, 1, position.lineNumber, position.column)
		);
		const found = /^\s*(do|\?\?)\s+(?:end|(?:\d\d-\d\d )?\d\d:\d\d)\s+([\w.-]*)$/.exec(before);
		if (!words) return { suggestions: [] };
		if (!found) return { suggestions: namesAt(before, position, await words()) };
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
