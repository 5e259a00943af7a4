/** A report, before it becomes Markdown or paper. */
export type Block =
	| { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
	| { readonly is: 'text'; readonly text: string }
	| { readonly is: 'list'; readonly items: readonly string[] }
	/** Done or not. */
	| { readonly is: 'checklist'; readonly items: readonly { readonly text: string; readonly done: boolean }[] }
	| { readonly is: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ is: 'heading', level, text });
export const text = (words: string): Block => ({ is: 'text', text: words });
export const list = (items: readonly string[]): Block => ({ is: 'list', items });
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Block => ({
	is: 'table',
	heads,
	rows
});

/** What Markdown would read as something else; names and values come from people and files. */
function plain(words: string): string {
	return words.replace(/\s+/g, ' ').replace(/([\\`*_{}[\]<>#|~])/g, '\\$1');
}

function row(cells: readonly string[]): string {
	return `| ${cells.map(plain).join(' | ')} |`;
}

function written(block: Block): string {
	switch (block.is) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${plain(block.text)}`;
		case 'text':
			return plain(block.text);
		case 'list':
			return block.items.map((item) => `- ${plain(item)}`).join('\n');
		case 'checklist':
			return block.items.map(({ text, done }) => `- [${done ? 'x' : ' '}] ${plain(text)}`).join('\n');
		case 'table':
			return [row(block.heads), `|${' --- |'.repeat(block.heads.length)}`, ...block.rows.map(row)].join('\n');
	}
}

export function markdown(blocks: readonly Block[]): string {
	return `${blocks.map(written).join('\n\n')}\n`;
}
