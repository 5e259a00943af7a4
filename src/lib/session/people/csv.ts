/** One record of a file, and the line on which it begins, from 1. */
export interface CsvRecord {
	readonly line: number;
	readonly cells: readonly string[];
}

/** What keeps a text from being CSV, and where. */
export interface CsvError {
	readonly message: string;
	readonly line: number;
}

/**
 * RFC 4180 as it is found: commas, semicolons, tabs or bars, a byte order mark, any line ends, empty lines in between, and
 * the line in front by which Excel is told the separator.
 */
export function readCsv(text: string): readonly CsvRecord[] | { readonly error: CsvError } {
	const body = text.replace(/^\ufeff/, '');
	const told = /^"?sep=([^\r\n])"?[\r\n]/i.exec(body)?.[1];
	const read = new Reader(body, told ?? separatorOf(body)).records();
	return told === undefined || 'error' in read ? read : read.slice(1);
}

/** The sign that the first line uses most outside of quotation marks. */
function separatorOf(text: string): string {
	const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
	const times = (sign: string) => first.split(sign).length;
	return [',', ';', '\t', '|'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}

class Reader {
	#at = 0;
	#line = 1;

	constructor(
		readonly text: string,
		readonly separator: string
	) {}

	records(): readonly CsvRecord[] | { readonly error: CsvError } {
		const found: CsvRecord[] = [];
		while (this.#at < this.text.length) {
			const line = this.#line;
			const cells = this.#record();
			if (cells === null) return { error: { message: 'a quotation mark is opened but never closed', line } };
			if (cells.some((cell) => cell !== '')) found.push({ line, cells });
		}
		return found;
	}

	#record(): string[] | null {
		const cells: string[] = [];
		for (;;) {
			const cell = this.text[this.#at] === '"' ? this.#quoted() : this.#plain();
			if (cell === null) return null;
			cells.push(cell.trim());
			const sign = this.text[this.#at];
			this.#at++;
			if (sign === this.separator) continue;
			if (sign === '\r' && this.text[this.#at] === '\n') this.#at++;
			this.#line++;
			return cells;
		}
	}

	#plain(): string {
		const start = this.#at;
		while (this.#at < this.text.length && !this.#isEnd(this.text[this.#at]!)) this.#at++;
		return this.text.slice(start, this.#at);
	}

	#quoted(): string | null {
		const start = ++this.#at;
		for (;;) {
			const end = this.text.indexOf('"', this.#at);
			if (end < 0) return null;
			this.#at = end + 1;
			if (this.text[this.#at] === '"') {
				this.#at++;
				continue;
			}
			const cell = this.text.slice(start, end).replaceAll('""', '"');
			this.#line += cell.split('\n').length - 1;
			// What stands between the closing mark and the separator belongs to the cell as it is.
			return cell + this.#plain();
		}
	}

	#isEnd(sign: string): boolean {
		return sign === this.separator || sign === '\n' || sign === '\r';
	}
}
