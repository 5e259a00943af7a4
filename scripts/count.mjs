/** What the reports of the test runners say, as plain numbers. A report that is missing or broken is one failure. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport
 */

/** @param {VitestReport} report @returns {Count} */
export function countVitest(report) {
	// A file that does not even load has no tests to fail.
	const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

/** @param {PlaywrightReport} report @returns {Count} */
export function countPlaywright({ stats, errors }) {
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * @template Report
 * @param {string} file @param {(report: Report) => Count} count @param {boolean} succeeded whether the runner ended well
 * @returns {Count}
 */
export function readCount(file, count, succeeded) {
	try {
		const counted = count(JSON.parse(readFileSync(file, 'utf8')));
		// The runner may fail for a reason of its own, such as an error that no test caught.
		return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}
