/** "10,000" */
export function numberWords(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 user", "12 users" */
export function amountWords(count: number, one: string, many = `${one}s`): string {
	return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** "15 of 212 users": what the filters left of what there is. */
export function ofWords(count: number, of: number, many: string): string {
	return `${numberWords(count)} of ${numberWords(of)} ${many}`;
}

/** "Ada Fields, Ben Ortiz and 3 more" */
export function namesWords(names: readonly string[], count = names.length): string {
	const shown = names.slice(0, 2);
	const more = count - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${numberWords(more)} more` : shown.join(' and ');
}
