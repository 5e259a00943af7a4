/** What goes wrong with files in offices: each takes a correct file and answers the one that was sent. */
export interface Mishap {
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	spoil(csv: string): string;
}

const rowsOf = (csv: string) => csv.split(/\r?\n/).filter((line) => line !== '');
const joined = (rows: readonly string[]) => rows.join('\r\n') + '\r\n';
const body = (csv: string, change: (line: string) => string) => {
	const [header = '', ...rows] = rowsOf(csv);
	return joined([header, ...rows.map(change)]);
};

export const mishaps: readonly Mishap[] = [
	{
		id: 'zeros',
		label: 'Drop leading zeros',
		hint: 'A spreadsheet takes employee_no for a number.',
		spoil: (csv) => body(csv, (line) => line.replace(/^0+(?=\d)/, ''))
	},
	{
		id: 'order',
		label: 'Swap two columns',
		hint: 'email and employee_no changed places.',
		spoil: (csv) => joined(rowsOf(csv).map((line) => line.replace(/^([^,]*),([^,]*)/, '$2,$1')))
	},
	{
		id: 'encoding',
		label: 'Save in another encoding',
		hint: 'UTF-8 that is read as Latin-1: "Müller" becomes "MÃ¼ller".',
		spoil: (csv) => body(csv, misread)
	},
	{
		id: 'leaver',
		label: 'Forget the last person',
		hint: 'A row that is missing changes nothing: the account stays active.',
		spoil: (csv) => joined(rowsOf(csv).slice(0, Math.max(1, rowsOf(csv).length - 1)))
	},
	{
		id: 'twice',
		label: 'Paste the first person twice',
		hint: 'An e-mail that is there twice rejects both rows.',
		spoil: (csv) => {
			const rows = rowsOf(csv);
			return joined(rows[1] === undefined ? rows : [...rows, rows[1]]);
		}
	}
];

/** The bytes of UTF-8, each taken for a letter. */
function misread(text: string): string {
	return String.fromCharCode(...new TextEncoder().encode(text));
}
