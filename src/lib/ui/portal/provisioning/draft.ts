import type { Json } from '#lib/engine/base';
import type { Era } from '#lib/engine/eras';
import type { ViewData } from '#lib/views';
import type { Verb } from '#lib/world';

export type Settings = NonNullable<ViewData<'configuration'>['settings']>;

/** What was changed in the form and not saved yet; a field that is not there stands as it is saved. */
export interface Draft {
	readonly secrets: { readonly [key: string]: string };
	readonly mail?: string;
	readonly send?: boolean;
	readonly prevent?: boolean;
	readonly threshold?: number | null;
	readonly scope?: 'assigned' | 'all';
	readonly status?: 'On' | 'Off';
	/** C-010. */
	readonly clear?: boolean;
}

/** Whether what was kept is such a draft. */
export function isDraft(value: unknown): value is Draft {
	if (typeof value !== 'object' || value === null) return false;
	const draft = value as Record<string, unknown>;
	const is = (name: string, ...types: readonly string[]) =>
		draft[name] === undefined || types.includes(typeof draft[name]);
	const isOne = (name: string, ...values: readonly unknown[]) => [undefined, ...values].includes(draft[name]);
	return (
		typeof draft.secrets === 'object' &&
		draft.secrets !== null &&
		Object.keys(draft.secrets).length === 0 &&
		is('mail', 'string') &&
		['send', 'prevent', 'clear'].every((name) => is(name, 'boolean')) &&
		(is('threshold', 'number') || draft.threshold === null) &&
		isOne('scope', 'assigned', 'all') &&
		isOne('status', 'On', 'Off')
	);
}

/** What has been typed since a draft was sent. */
export function typedSince(sent: Draft, draft: Draft): Draft {
	const newer = <T extends object>(now: T, then: T) =>
		Object.fromEntries(Object.entries(now).filter(([name, value]) => then[name as keyof T] !== value));
	return { ...newer(draft, sent), secrets: newer(draft.secrets, sent.secrets) };
}

export interface FormErrors {
	readonly mail?: string;
	readonly threshold?: string;
	/** What no single field is to blame for. */
	readonly form?: string;
}

export type Step = readonly [verb: Verb, args: Record<string, Json>];

const FIRST_THRESHOLD = 500;
const HIGHEST_THRESHOLD = 1_000_000;
/** C-042. */
const STORAGE_BYTES = 1024;

/** What the fields show: the draft over what is saved. */
export function shownOf(draft: Draft, { notificationMail, sendMail, deletionThreshold, scope, status }: Settings) {
	return {
		mail: draft.mail ?? notificationMail ?? '',
		send: draft.send ?? sendMail,
		prevent: draft.prevent ?? deletionThreshold !== null,
		threshold: draft.threshold === undefined ? (deletionThreshold ?? FIRST_THRESHOLD) : draft.threshold,
		scope: draft.scope ?? scope.mode,
		status: draft.status ?? status,
		clear: draft.clear ?? false
	};
}

/** What is said of an accidental deletion threshold that the service would not take. */
export function wrongThreshold(value: number | null): string | undefined {
	const isTaken = value !== null && Number.isInteger(value) && value >= 0 && value <= HIGHEST_THRESHOLD;
	return isTaken ? undefined : 'The threshold must be a whole number from 0 to 1,000,000.';
}

export function errorsOf(draft: Draft, settings: Settings, era: Era): FormErrors {
	const { mail, prevent, threshold } = shownOf(draft, settings);
	const form = formError(draft, settings, mail, era);
	return {
		...(mail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) && { mail: 'Enter a valid email address.' }),
		...(prevent && wrongThreshold(threshold) && { threshold: wrongThreshold(threshold) }),
		...(form && { form })
	};
}

function formError({ secrets }: Draft, { credentials }: Settings, mail: string, era: Era): string | undefined {
	const { fields } = credentials;
	const isFilled = ({ key, filled }: (typeof fields)[number]) => filled || (secrets[key] ?? '') !== '';
	if (era === 2021 && !(fields.every(isFilled) && mail)) {
		const names = [...fields.map(({ label }) => label), 'Notification Email'].join(', ');
		return `Fill in all of these before you save: ${names} (C-041).`;
	}
	if (era === 2017) {
		const texts = [...fields.map(({ key, value }) => secrets[key] || value), mail];
		const bytes = new TextEncoder().encode(texts.join('')).length;
		if (bytes > STORAGE_BYTES)
			return `Credentials and Notification Email take ${bytes} bytes, and 1,024 can be stored (C-042). Shorten them.`;
	}
	return undefined;
}

/** The commands that saving is made of, in the order in which the blade lists its settings. */
export function stepsOf(draft: Draft, app: string, settings: Settings): Step[] {
	const { mail, send, prevent, threshold, scope, status, clear } = shownOf(draft, settings);
	const steps: Step[] = secretsOf(draft, settings).map(([key, value]) => ['job.setSecret', { app, key, value }]);
	if (mail !== (settings.notificationMail ?? '') || send !== settings.sendMail)
		steps.push(['job.setNotificationMail', { app, address: mail || null, send }]);
	const guard = prevent ? threshold : null;
	if (guard !== settings.deletionThreshold) steps.push(['job.setThreshold', { app, threshold: guard }]);
	if (scope !== settings.scope.mode) steps.push(['job.setScope', { app, mode: scope }]);
	if (status !== settings.status) steps.push([status === 'On' ? 'job.start' : 'job.stop', { app }]);
	if (clear) steps.push(['job.restart', { app, scope: 'Full' }]);
	return steps;
}

/** Whether a changed scope waits for a restart that saving does not bring (C-387, C-010). */
export function waitsForRestart(draft: Draft, settings: Settings): boolean {
	const { scope, clear } = shownOf(draft, settings);
	return scope !== settings.scope.mode && settings.scope.waits && !clear;
}

/** Secrets that were typed. The simulated applications accept one token, whatever the blade calls it. */
function secretsOf(draft: Draft, { credentials }: Settings): [key: string, value: string][] {
	const typed = credentials.fields
		.filter(({ key, value }) => (draft.secrets[key] ?? '') !== '' && draft.secrets[key] !== value)
		.map(({ key }): [string, string] => [key, draft.secrets[key]!]);
	const token = typedToken(draft, credentials);
	const isThere = token === undefined || typed.some(([key]) => key === 'SecretToken');
	return isThere ? typed : [...typed, ['SecretToken', token]];
}

/** What Test Connection asks with: what stands in the form, where something does. */
export function typedIn(draft: Pick<Draft, 'secrets'>, credentials: Pick<Settings['credentials'], 'fields'>) {
	return { token: typedToken(draft, credentials), address: draft.secrets.BaseAddress || undefined };
}

/** The secret that stands in the form; undefined: the saved one counts. */
export function typedToken(
	{ secrets }: Pick<Draft, 'secrets'>,
	{ fields }: Pick<Settings['credentials'], 'fields'>
): string | undefined {
	const field = fields.findLast(({ secret }) => secret);
	return (field && secrets[field.key]) || undefined;
}
