import type { Block } from '#lib/session/reports/document';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';
import { download } from '../shell';
import { pilot } from './pilot.svelte';
import { companyName } from './reports';
import { whoWords } from './waves';

interface Asked {
	readonly app: string;
	readonly names: ReadonlyMap<number, string>;
	readonly hasHr: boolean;
	/** Of the company as it is. */
	readonly standing: string;
}

/** Saves the plan of the pilot as Markdown, or answers what is to be printed. */
export async function pilotReport(format: 'markdown' | 'print', asked: Asked): Promise<readonly Block[] | null> {
	const { app, names, hasHr, standing } = asked;
	try {
		const [{ register }, { pilotDocument }, { markdown }, inventory] = await Promise.all([
			import('#lib/engine/rules'),
			import('#lib/session/reports/pilot'),
			import('#lib/session/reports/document'),
			engine.query<ViewData<'inventory'>>('inventory', { app })
		]);
		const hours = pilot.gapHours === 1 ? '1 hour' : `${pilot.gapHours} hours`;
		const document = pilotDocument({
			company: companyName(),
			report: pilot.report,
			isOld: pilot.isOther(app) || (pilot.report !== null && pilot.report.from.standing !== standing),
			waves: pilot.waves.map((wave) => ({ name: wave.name, who: whoWords(wave, names) })),
			gap: hours,
			thresholds: pilot.thresholds,
			stakeholders: pilot.list('stakeholders'),
			communications: pilot.list('communications'),
			questions: hasHr ? pilot.list('questions') : [],
			inventory,
			register
		});
		if (format === 'print') return document;
		download('pilot.md', markdown(document), 'text/markdown');
		toast('Saved the plan of the pilot.');
	} catch (error) {
		toast(`The plan was not written: ${error instanceof Error ? error.message : String(error)}`);
	}
	return null;
}
