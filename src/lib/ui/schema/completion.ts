import type * as Monaco from 'monaco-editor/editor';
import { jsonId } from '../portal/console/json-language';
import { cursorIn, membersOf, type MemberHelp } from './model';

type Model = Monaco.editor.ITextModel;

const forms: { readonly [form in MemberHelp['form']]: string } = {
	text: '"$1"',
	number: '${1:0}',
	boolean: '${1|true,false|}',
	object: '{ $1 }',
	list: '[$1]'
};

/** Names and values of a schema are offered in this one text, and explained under the pointer. */
export function completeSchema({ languages, Range }: typeof Monaco, model: Model): () => void {
	const offers = languages.registerCompletionItemProvider(jsonId, {
		triggerCharacters: ['"'],
		provideCompletionItems(asked, position) {
			if (asked !== model) return null;
			const { parent, member, quote } = cursorIn(asked.getValue().slice(0, asked.getOffsetAt(position)));
			const start = quote === null ? position : asked.getPositionAt(quote);
			const behind = asked.getLineContent(position.lineNumber)[position.column - 1];
			const end = quote !== null && behind === '"' ? position.delta(0, 1) : position;
			const range = Range.fromPositions(start, end);
			const known = membersOf(parent);
			if (member === null) {
				const hasValue = /^"?\s*:/.test(asked.getLineContent(position.lineNumber).slice(position.column - 1));
				const suggestions = known.map((help) => ({
					label: help.name,
					kind: languages.CompletionItemKind.Property,
					detail: help.says,
					filterText: `"${help.name}"`,
					insertText: hasValue ? `"${help.name}"` : `"${help.name}": ${forms[help.form]}`,
					insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
					range
				}));
				return { suggestions };
			}
			const values = known.find(({ name }) => name === member)?.values ?? [];
			const suggestions = values.map((value) => ({
				label: value,
				kind: languages.CompletionItemKind.EnumMember,
				filterText: `"${value}"`,
				insertText: JSON.stringify(value),
				range
			}));
			return { suggestions };
		}
	});
	const explains = languages.registerHoverProvider(jsonId, {
		provideHover(asked, position) {
			if (asked !== model) return null;
			const line = asked.getLineContent(position.lineNumber);
			for (const found of line.matchAll(/"(\w+)"\s*:/g)) {
				const from = found.index + 1;
				if (position.column < from || position.column > from + found[1]!.length + 1) continue;
				const before = asked.getValue().slice(0, asked.getOffsetAt({ ...position, column: from } as typeof position));
				const help = membersOf(cursorIn(before).parent).find(({ name }) => name === found[1]);
				return help ? { contents: [{ value: help.says }] } : null;
			}
			return null;
		}
	});
	return () => {
		offers.dispose();
		explains.dispose();
	};
}
