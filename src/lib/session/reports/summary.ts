import type { TestedRow } from './tests';

/** "11 of 15 rows passed, 1 failed, 3 not run." */
export function summaryOf(rows: readonly TestedRow[]): string {
	const count = (state: 'passed' | 'failed') => rows.filter(({ result }) => result?.state === state).length;
	const notRun = rows.length - count('passed') - count('failed');
	return `${count('passed')} of ${rows.length} rows passed, ${count('failed')} failed, ${notRun} not run.`;
}
