import type { Block } from '#lib/session/reports/document';
import type { TestsReported } from '#lib/session/reports/tests';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';
import { download } from '../shell';
import { tests } from './tests.svelte';

export type TestsFormat = 'markdown' | 'csv' | 'junit' | 'print';

/** As whoever made the company named it. */
export const companyName = () => engine.status?.session?.name ?? '';

/** The rules and the report's own code come when somebody wants one. */
async function testsReported(choices: ViewData<'planChoices'>): Promise<TestsReported> {
	const { register } = await import('#lib/engine/rules');
	const inventory = await engine.query<ViewData<'inventory'>>('inventory', {});
	const { users, standing } = choices;
	const { at, standing: then } = tests.about ?? choices;
	const isOld = then !== standing;
	return { company: companyName(), users, at, isOld, rows: tests.tested(), inventory, register };
}

/** Saves a report as a file, or answers what is to be printed. */
export async function testsReport(
	format: TestsFormat,
	choices: ViewData<'planChoices'>
): Promise<readonly Block[] | null> {
	try {
		const told = await testsReported(choices);
		const { testsCsv, testsDocument } = await import('#lib/session/reports/tests');
		if (format === 'print') return testsDocument(told);
		if (format === 'markdown') {
			const { markdown } = await import('#lib/session/reports/document');
			download('test-plan.md', markdown(testsDocument(told)), 'text/markdown');
		} else if (format === 'csv') download('test-plan.csv', testsCsv(told), 'text/csv');
		else {
			const { testsJunit } = await import('#lib/session/reports/junit');
			download('test-plan.xml', testsJunit(told), 'application/xml');
		}
		toast('Saved the report of the test plan.');
	} catch (error) {
		toast(`The report was not written: ${error instanceof Error ? error.message : String(error)}`);
	}
	return null;
}
