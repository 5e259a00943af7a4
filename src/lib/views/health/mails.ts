import * as z from 'zod/mini';
import { THRESHOLD_MAIL } from '#lib/tenant/connect/match';
import type { MailRow } from '#lib/world/tables/rows';
import { historyOf } from '../folds/history';
import { appName, appNamed, type AppName } from '../names';
import { appKey, defineView, pageOf, window, type Page } from '../view';
import { quarantineWords } from '../quarantine-words';

export interface MailListRow {
	readonly slot: number;
	readonly at: number;
	/** null: Connect sync wrote it. */
	readonly app: AppName | null;
	readonly from: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** The documentation shows this mail. */
	readonly isQuoted: boolean;
}

/** C-465. */
const sender = 'azure-noreply@microsoft.com';
/** H-320. */
const thresholdSender = 'MSSecurity-noreply@microsoft.com';
/** On-premises human resources is the company's own (H-431). */
const feedSender = 'hr-feed@contoso.com';

/** The simulated mailbox, newest first (C-460 to C-466). */
export const mails = defineView(z.object({ app: z.optional(appKey), ...window }), (world, asked): Page<MailListRow> => {
	const { tables } = world;
	const app = asked.app === undefined ? null : appNamed(world, asked.app).slot;
	const all = [...tables.mails.all()].reverse();
	const history = historyOf(world.sim);
	const found = all.filter(({ job }) => app === null || history.appOfJob(job) === app);
	return pageOf(found, all.length, asked, (row) => {
		const app = history.app(history.appOfJob(row.job));
		const letter = letterOf(row, app?.name ?? 'Connect sync');
		const isQuoted = row.text === THRESHOLD_MAIL;
		return {
			slot: row.slot,
			at: row.at,
			app: app && appName(app),
			from: row.about === 'feed' ? feedSender : isQuoted ? thresholdSender : sender,
			to: row.to,
			...letter,
			isQuoted
		};
	});
});

/** What a mail says; but for that of Connect’s threshold the published pages give no wording. */
function letterOf({ about, text }: MailRow, app: string): { subject: string; text: string } {
	const reason = quarantineWords[text] ?? text;
	switch (about) {
		case 'quarantine':
			return {
				subject: `Provisioning to ${app} is in quarantine`,
				text: `Provisioning to ${app} is in quarantine: ${reason} (${text}). It is tried less often until the cause is repaired.`
			};
		case 'quarantine changed':
			return {
				subject: `Provisioning to ${app} is still in quarantine, for another reason`,
				text: `The reason is now: ${reason} (${text}).`
			};
		case 'deletions':
			return {
				subject: `Provisioning to ${app} held removals back`,
				text: `A cycle would have removed more accounts from ${app} than the deletion threshold allows. Allow them or repair the cause.`
			};
		case 'switched off':
			return {
				subject: `Provisioning to ${app} was switched off`,
				text: `Provisioning to ${app} was in quarantine for four weeks and is off now.`
			};
		case 'problems':
			return {
				subject: `Provisioning to ${app} has problems`,
				text: `The last cycle had problems: ${text}. No further mail about ${app} is sent today.`
			};
		case 'connect':
			if (text === THRESHOLD_MAIL)
				return {
					subject: text,
					text: 'The export operation to Microsoft Entra ID has failed. There were more objects to be deleted than the configured threshold. As a result, no objects were exported.'
				};
			return { subject: 'Connect sync needs your attention', text };
		case 'feed':
			return { subject: 'On-premises human resources could not write every record', text };
	}
}
