import type { RuleEntry } from '#lib/engine/rules/types';
import type { ViewData } from '#lib/views';
import { heading, list, table, text, type Block } from './document';

export type Inventory = ViewData<'inventory'>[number];

const named = (words: readonly string[], none: string) => (words.length > 0 ? words.join(', ') : none);

/** The configuration that something was tried under, app by app. */
export function configuration(apps: readonly Inventory[]): Block[] {
	return apps.flatMap((app) => [
		heading(3, app.name === app.kind ? app.name : `${app.name} (${app.kind})`),
		list([
			`From ${app.source} to ${app.target}; mode ${app.mode}, status ${app.status}.`,
			`Operations of the application: ${named(app.operations, 'none')}.`,
			`Limits: ${named(app.limits, 'none are named')}. Credentials: ${app.credentials}.`,
			...(app.mode === 'Manual'
				? []
				: [
						`Scope: ${app.scope}. A cycle every ${app.intervalMinutes ?? 0} minutes.`,
						`Accidental deletions: ${app.deletionThreshold === null ? 'not prevented' : `held back above ${app.deletionThreshold}`}. SkipOutOfScopeDeletions: ${app.skipOutOfScopeDeletions ? 'on' : 'off'}.`,
						`Notification mail: ${app.notificationMail ?? 'none'}.`
					])
		]),
		...app.objects.flatMap(ofObject)
	]);
}

function ofObject(mapping: Inventory['objects'][number]): Block[] {
	return [
		text(
			`${mapping.object}: ${mapping.enabled ? 'enabled' : 'not enabled'}; actions ${named(mapping.actions, 'none')}; matching ${named(mapping.matching, 'by nothing')}; scoping filters ${named(mapping.filters, 'none')}.`
		),
		text(`Source attributes: ${named(mapping.sourceAttributes, 'none')}.`),
		text(`Target attributes: ${named(mapping.targetAttributes, 'none')}.`),
		table(
			['Target attribute', 'Type', 'Source', 'Matching', 'Applied'],
			mapping.mappings.map(({ target, type, source, precedence, apply }) => [
				target,
				type,
				source,
				precedence > 0 ? String(precedence) : '',
				apply
			])
		)
	];
}

/** The rules that a result rests on, with their sources. */
export function ruleSources(ids: readonly string[], register: readonly RuleEntry[]): Block[] {
	const wanted = new Set(ids);
	const rows = register.filter(({ id }) => wanted.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
	return [
		heading(2, 'Rules and their sources'),
		table(
			['Rule', 'What it says', 'Source', 'Status'],
			rows.map(({ id, claim, source, status }) => [id, claim, source || 'our own choice', status])
		)
	];
}

/** What a reader must know before believing a number. */
export function simulated(more: readonly string[], assumed: readonly RuleEntry[]): Block[] {
	return [
		heading(2, 'What is simulated'),
		list([
			'Everything ran in Provlab, in a browser, on a copy of the company; no Microsoft service and no real application was contacted.',
			'Times of cycles and of single objects follow C-441 and are estimates.',
			...more,
			...assumed.map(({ id, claim }) => `${id} is our assumption: ${claim}`)
		])
	];
}
