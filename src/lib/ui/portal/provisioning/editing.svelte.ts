import type { Json } from '#lib/engine/base';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import type { Verb } from '#lib/world';
import { toast } from '../../kit';

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

export interface FormErrors {
	readonly mail?: string;
	readonly threshold?: string;
}

type Step = readonly [verb: Verb, args: Record<string, Json>];
const empty: Draft = { secrets: {} };
const FIRST_THRESHOLD = 500;

/** The form of one application's provisioning: what was typed stays until it is saved or discarded. */
export class Editing {
	draft = $state.raw<Draft>(empty);
	saving = $state(false);

	set(changed: Partial<Draft>): void {
		this.draft = { ...this.draft, ...changed };
	}

	setSecret(key: string, value: string): void {
		this.set({ secrets: { ...this.draft.secrets, [key]: value } });
	}

	discard(): void {
		this.draft = empty;
	}

	/** What the fields show: the draft over what is saved. */
	shown({ notificationMail, sendMail, deletionThreshold, scope, status }: Settings) {
		const { draft } = this;
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

	errors(settings: Settings): FormErrors {
		const { mail, prevent, threshold } = this.shown(settings);
		return {
			...(mail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) && { mail: 'Enter a valid email address.' }),
			...(prevent &&
				(threshold === null || !Number.isInteger(threshold) || threshold < 0 || threshold > 1_000_000) && {
					threshold: 'The threshold must be a whole number from 0 to 1,000,000.'
				})
		};
	}

	/** The commands that saving is made of, in the order in which the blade lists its settings. */
	steps(app: string, settings: Settings): Step[] {
		const { mail, send, prevent, threshold, scope, status, clear } = this.shown(settings);
		const steps: Step[] = secretsOf(this.draft, settings).map(([key, value]) => ['job.setSecret', { app, key, value }]);
		if (mail !== (settings.notificationMail ?? '') || send !== settings.sendMail)
			steps.push(['job.setNotificationMail', { app, address: mail || null, send }]);
		const guard = prevent ? threshold : null;
		if (guard !== settings.deletionThreshold) steps.push(['job.setThreshold', { app, threshold: guard }]);
		if (scope !== settings.scope.mode) steps.push(['job.setScope', { app, mode: scope }]);
		if (status !== settings.status) steps.push([status === 'On' ? 'job.start' : 'job.stop', { app }]);
		if (clear) steps.push(['job.restart', { app, scope: 'Full' }]);
		return steps;
	}

	isChanged(settings: Settings): boolean {
		return this.steps('', settings).length > 0;
	}

	/** Why it cannot be saved now. */
	refusal(settings: Settings): string | undefined {
		if (this.saving) return 'it is being saved';
		const [error] = Object.values(this.errors(settings)) as string[];
		if (error) return error.replace(/\.$/, '');
		return this.isChanged(settings) ? undefined : 'nothing was changed';
	}

	/** Saves all of it; one toast takes all of it back. What could not be saved stays in the form. */
	async save(app: string, name: string, settings: Settings): Promise<void> {
		if (this.refusal(settings)) return;
		this.saving = true;
		let done = 0;
		try {
			for (const [verb, args] of this.steps(app, settings)) {
				const answer = await engine.do(verb, args);
				if (!answer.ok) {
					toast(`${answer.message} Saved before that: ${done} of the changes. The rest is still in the form.`);
					return;
				}
				done++;
			}
			this.discard();
			toast(`Saved the provisioning settings of ${name}.`, { label: 'Undo', run: () => void takeBack(done) });
		} catch (error) {
			toast(`Not saved: ${error instanceof Error ? error.message : String(error)} What was typed is kept.`);
		} finally {
			this.saving = false;
		}
	}
}

async function takeBack(times: number): Promise<void> {
	for (let at = 0; at < times; at++) await engine.undo();
}

/** Secrets that were typed. The simulated applications accept one token, whatever the blade calls it. */
function secretsOf({ secrets }: Draft, { credentials }: Settings): [key: string, value: string][] {
	const typed = credentials.fields
		.filter(({ key, value }) => (secrets[key] ?? '') !== '' && secrets[key] !== value)
		.map(({ key }): [string, string] => [key, secrets[key]!]);
	const token = typedToken({ secrets }, credentials);
	return token === undefined || typed.some(([key]) => key === 'SecretToken')
		? typed
		: [...typed, ['SecretToken', token]];
}

/** The secret that stands in the form; undefined: the saved one counts. */
export function typedToken({ secrets }: Draft, { fields }: Settings['credentials']): string | undefined {
	const field = fields.findLast(({ secret }) => secret);
	return (field && secrets[field.key]) || undefined;
}

const forms: Record<string, Editing> = {};

/** The form of an application; it outlives the page. */
export function editing(app: string): Editing {
	return (forms[app] ??= new Editing());
}
