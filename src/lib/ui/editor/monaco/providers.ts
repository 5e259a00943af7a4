import type * as Monaco from 'monaco-editor/editor';
import { cursorAt, parameterIndex } from '../cursor';
import { keywords } from '../keywords';
import { vocabulary, type FunctionData, type Vocabulary } from '../vocabulary';
import { languageId } from './language';

type Model = Monaco.editor.ITextModel;

const known = new Map<string, () => Promise<Vocabulary>>();

/** The names that may be used in a model: each field has its own. */
export function speaks(model: Model, words: () => Promise<Vocabulary>): () => void {
	const key = model.uri.toString();
	known.set(key, words);
	return () => void known.delete(key);
}

const wordsOf = (model: Model) => (known.get(model.uri.toString()) ?? vocabulary)();

function documented({ signature, description, parameters, returns, isCloudSync, documented }: FunctionData): string {
	const lines = parameters.map(({ name, required, doc }) => `- \`${name}\`${required ? '' : ' (optional)'}: ${doc}`);
	const notes = [
		isCloudSync ? 'Known to cloud sync only.' : '',
		documented ? '' : 'Simulated: its meaning is an assumption.'
	];
	return [`\`${signature}\` gives ${returns}`, description, lines.join('\n'), notes.filter(Boolean).join(' ')]
		.filter(Boolean)
		.join('\n\n');
}

/** Completion, hover and signature help, made from the one register of functions. */
export function registerProviders({ languages, Range }: typeof Monaco): void {
	const { CompletionItemKind, CompletionItemInsertTextRule } = languages;

	function rangeOf(model: Model, start: number, end: number): Monaco.IRange {
		return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
	}

	languages.registerCompletionItemProvider(languageId, {
		triggerCharacters: ['[', '(', ','],
		async provideCompletionItems(model, position) {
			const offset = model.getOffsetAt(position);
			const text = model.getValue();
			const cursor = cursorAt(text, offset);
			if (cursor.within === 'text') return { suggestions: [] };
			const words = await wordsOf(model);
			const range = rangeOf(model, cursor.start, offset);
			const isOpen = cursor.within === 'attribute';
			// A bracket that stands there already is written over, so that one goes on behind it.
			const closed = isOpen && text[offset] === ']' ? rangeOf(model, cursor.start, offset + 1) : range;
			const attributes = words.attributes.map(({ name, multivalued }) => ({
				label: isOpen ? name : `[${name}]`,
				kind: CompletionItemKind.Field,
				detail: multivalued ? 'source attribute, several values' : 'source attribute',
				insertText: isOpen ? `${name}]` : `[${name}]`,
				sortText: `2${name.toLowerCase()}`,
				range: closed
			}));
			if (isOpen) return { suggestions: attributes };
			const functions = words.functions.map((entry) => ({
				label: entry.name,
				kind: CompletionItemKind.Function,
				detail: entry.signature,
				documentation: { value: documented(entry) },
				insertText: text[offset] === '(' ? entry.name : `${entry.name}($0)`,
				insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
				command: { id: 'editor.action.triggerParameterHints', title: 'Show the parameters' },
				sortText: `1${entry.name.toLowerCase()}`,
				range
			}));
			const constants = keywords.map((name) => ({
				label: name,
				kind: CompletionItemKind.Keyword,
				insertText: name,
				sortText: `3${name.toLowerCase()}`,
				range
			}));
			return { suggestions: [...functions, ...attributes, ...constants] };
		}
	});

	languages.registerHoverProvider(languageId, {
		async provideHover(model, position) {
			const word = model.getWordAtPosition(position);
			if (!word) return null;
			const start = model.getOffsetAt({ lineNumber: position.lineNumber, column: word.startColumn });
			const cursor = cursorAt(model.getValue(), start);
			const words = await wordsOf(model);
			const range = new Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
			if (cursor.within === 'attribute') {
				const attribute = words.attributes.find(({ name }) => name.toLowerCase() === word.word.toLowerCase());
				const told = attribute ? 'source attribute' : 'No object of the source has this attribute: its value is null.';
				return { range, contents: [{ value: `\`[${word.word}]\`: ${told}` }] };
			}
			const entry = cursor.within === 'code' && words.functions.find(({ name }) => name === word.word);
			return entry ? { range, contents: [{ value: documented(entry) }] } : null;
		}
	});

	languages.registerSignatureHelpProvider(languageId, {
		signatureHelpTriggerCharacters: ['(', ','],
		signatureHelpRetriggerCharacters: [',', ')'],
		async provideSignatureHelp(model, position) {
			const { call } = cursorAt(model.getValue(), model.getOffsetAt(position));
			const entry = call && (await wordsOf(model)).functions.find(({ name }) => name === call.name);
			if (!entry) return null;
			const parameters = entry.parameters.map(({ name, required, doc }) => ({
				label: required ? name : `[${name}]`,
				documentation: doc
			}));
			const activeParameter = parameterIndex(entry.parameters, call.slot);
			const signature = { label: entry.signature, documentation: entry.description, parameters };
			return { value: { signatures: [signature], activeSignature: 0, activeParameter }, dispose() {} };
		}
	});
}
