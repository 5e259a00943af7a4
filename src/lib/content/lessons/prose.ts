import type { Line, Source } from './error';

/** A piece of a sentence. Rule ids are found by themselves, and the key that somebody is to press; a link leads to a place. */
export interface Piece {
	readonly is: 'text' | 'bold' | 'code' | 'rule' | 'key' | 'link';
	readonly text: string;
	/** Of a link: a place such as /apps/byoa/users. */
	readonly to?: string;
}

/** A paragraph, or one point of a list. */
export interface Paragraph {
	readonly is: 'paragraph' | 'point';
	readonly pieces: readonly Piece[];
}

const marks =
	/\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)]*)\)|(?<![\w-])([A-Z]{1,2}-\d{3}[a-z]?)(?![\w-])|(?<=[Pp]ress )(\])/g;

/** Paragraphs between blank lines, and points that begin with a hyphen. */
export function readProse(lines: readonly Line[], source: Source): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	let open: { is: Paragraph['is']; words: string[]; line: number } | null = null;
	const close = () => {
		if (open) paragraphs.push({ is: open.is, pieces: readSentence(open.words.join(' '), open.line, source) });
		open = null;
	};
	for (const { number, text } of lines) {
		const words = text.trim();
		if (/^(?:#|\||>|\d+\.\s|\* )/.test(words))
			throw source.wrong('prose is paragraphs and points that begin with "- "; steps begin with "## "', number);
		if (words === '' || words.startsWith('- ')) close();
		if (words === '') continue;
		const isPoint = words.startsWith('- ');
		if (open) (open as { words: string[] }).words.push(words);
		else open = { is: isPoint ? 'point' : 'paragraph', words: [isPoint ? words.slice(2) : words], line: number };
	}
	close();
	return paragraphs;
}

/** One sentence or several, without a line break. */
export function readSentence(text: string, line: number, source: Source): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	const plain = (words: string) => {
		if (/\*\*|`|\]\(/.test(words)) throw source.wrong(`a mark is not closed in "${words.trim()}"`, line);
		if (words !== '') pieces.push({ is: 'text', text: words });
	};
	for (const match of text.matchAll(marks)) {
		const [whole, bold, code, label, to, rule, key] = match;
		plain(text.slice(from, match.index));
		from = match.index + whole.length;
		if (bold) pieces.push({ is: 'bold', text: bold });
		else if (code) pieces.push({ is: 'code', text: code });
		else if (rule) pieces.push({ is: 'rule', text: rule });
		else if (key) pieces.push({ is: 'key', text: key });
		else if (!to?.startsWith('/')) throw source.wrong(`the link "${label}" leads to no place of the company`, line);
		else pieces.push({ is: 'link', text: label!, to });
	}
	plain(text.slice(from));
	return pieces;
}
