/** The clause as the provisioning log names it: `Sales only.department EQUALS 'Sales'`. */
export function clauseLabel(
	title: string,
	clause: { attribute: string; operator: string; value: string | null }
): string {
	const operand = clause.value === null ? '' : ` '${clause.value}'`;
	return `${title}.${clause.attribute} ${clause.operator}${operand}`;
}
