import { isoTime } from '#lib/views/time';
import { actualOf, type TestedRow, type TestsReported } from './tests';

const entities: { readonly [sign: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};

/** XML has no place for most control characters, escaped or not. */
// eslint-disable-next-line no-control-regex -- they are what must not be in it
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
	return text.replace(impossible, '').replace(/[&<>"']/g, (sign) => entities[sign]!);
}

function attributes(values: { readonly [name: string]: string | number }): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');
}

/** Virtual seconds from the action to its outcome. */
const seconds = ({ result }: TestedRow) => (result ? Math.round((result.end - result.at) / 1000) : 0);
const isSkipped = ({ result }: TestedRow) => !result || result.state === 'blocked';
const isFailed = ({ result }: TestedRow) => result?.state === 'failed';

/** The results as build servers read them: a suite for each plan, a case for each row. */
export function testsJunit({ company, at, rows }: TestsReported): string {
	const plans = [...new Set(rows.map(({ plan }) => plan))];
	const total = counted(rows);
	const suites = plans.map((plan) =>
		suite(
			plan,
			rows.filter((one) => one.plan === plan),
			at
		)
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: `Test plan of ${company}`, ...total })}>\n${suites.join('')}</testsuites>\n`;
}

function counted(rows: readonly TestedRow[]) {
	return {
		tests: rows.length,
		failures: rows.filter(isFailed).length,
		skipped: rows.filter(isSkipped).length,
		errors: 0,
		time: rows.reduce((sum, one) => sum + seconds(one), 0)
	};
}

function suite(plan: string, rows: readonly TestedRow[], at: number): string {
	const head = attributes({ name: plan, ...counted(rows), timestamp: isoTime(at).replace('Z', '') });
	return `\t<testsuite${head}>\n${rows.map((one) => testCase(one)).join('')}\t</testsuite>\n`;
}

function testCase(one: TestedRow): string {
	const { row, plan, result } = one;
	const classname = [plan, result?.app?.name].filter(Boolean).join('.');
	const head = `\t\t<testcase${attributes({ name: row.title, classname, time: seconds(one) })}`;
	if (isSkipped(one))
		return `${head}>\n\t\t\t<skipped${attributes({ message: result?.why ?? 'It was not run.' })}/>\n\t\t</testcase>\n`;
	const done = `\t\t\t<system-out>${escaped([...result!.preparation, ...result!.action].join('\n'))}</system-out>\n`;
	if (!isFailed(one)) return `${head}>\n${done}\t\t</testcase>\n`;
	const wrong = result!.checks.filter(({ holds }) => !holds);
	const told = wrong.map(({ expected, actual }) => `Expected: ${expected} Actual: ${actual}`).join('\n');
	return `${head}>\n\t\t\t<failure${attributes({ message: actualOf(result!), type: 'expectation' })}>${escaped(told)}</failure>\n${done}\t\t</testcase>\n`;
}
