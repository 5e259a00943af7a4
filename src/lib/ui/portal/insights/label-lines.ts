/** As many characters as have room beside the bars. */
const MOST = 20;

/** A label in lines: the name of an error is broken where its words begin, and its number stays with the last of them. */
export function labelLines(label: string): string[] {
	const lines: string[] = [];
	for (const word of label.split(/(?<=[a-z])(?=[A-Z])/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length <= MOST) lines[lines.length - 1] += word;
		else lines.push(word);
	}
	return lines;
}
