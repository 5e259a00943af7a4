import type { Era } from '#lib/engine/eras';
import { engine } from '#lib/worker/client.svelte';
import type { ViewData } from '#lib/views';
import { toast } from '../../kit';
import { keep, kept } from '../../mapping/draft.svelte';
import { toastUndo } from '../../shell';
import {
	errorsOf,
	isDraft,
	shownOf,
	stepsOf,
	typedIn,
	typedSince,
	waitsForRestart,
	type Draft,
	type FormErrors,
	type Settings
} from './draft';
import { createConfiguration, saveDraft, type Offer } from './save';

const empty: Draft = { secrets: {} };

/** The form of one application's provisioning: what was typed stays until it is saved or discarded. */
export class Editing {
	draft = $state.raw<Draft>(empty);
	readonly #name: string;
	saving = $state(false);
	testing = $state(false);
	/** What the application answered to the last test of what was typed. */
	tested = $state.raw<ViewData<'connectionTest'> | null>(null);
	trouble = $state<string | null>(null);

	constructor(name: string) {
		this.#name = name;
		const before = kept(name);
		if (isDraft(before)) this.draft = before;
	}

	set(changed: Partial<Draft>): void {
		this.#put({ ...this.draft, ...changed });
	}

	/** It outlives a reload, but for the secrets: they are written down nowhere. */
	#put(draft: Draft): void {
		this.draft = draft;
		const { secrets: _, ...rest } = draft;
		keep(this.#name, Object.keys(rest).length === 0 ? null : { ...rest, secrets: {} });
	}

	setSecret(key: string, value: string): void {
		this.set({ secrets: { ...this.draft.secrets, [key]: value } });
		this.tested = null;
	}

	/** It was saved; what has been typed meanwhile is still in the form. */
	#sent(sent: Draft): void {
		this.#put(typedSince(sent, this.draft));
		this.tested = null;
	}

	discard(): void {
		this.#put(empty);
		this.tested = null;
	}

	/** Discards it by hand; until something else is typed, the toast brings it back with its secrets. */
	drop(name: string): void {
		const before = this.draft;
		this.discard();
		toast(`Discarded what was typed. The settings of ${name} are as they were saved.`, {
			label: 'Undo',
			key: 'Z',
			stands: () => this.draft === empty,
			run: () => this.#put(before)
		});
	}

	shown(settings: Settings): ReturnType<typeof shownOf> {
		return shownOf(this.draft, settings);
	}

	errors(settings: Settings, era: Era): FormErrors {
		return errorsOf(this.draft, settings, era);
	}

	isChanged(settings: Settings): boolean {
		return stepsOf(this.draft, '', settings).length > 0;
	}

	waits(settings: Settings): boolean {
		return waitsForRestart(this.draft, settings);
	}

	/** Why it cannot be saved now. */
	refusal(settings: Settings, era: Era): string | undefined {
		if (this.saving) return 'it is being saved';
		const { mail, threshold, form } = this.errors(settings, era);
		const error = mail ?? threshold ?? form;
		if (error) return error.replace(/\.$/, '');
		return this.isChanged(settings) ? undefined : 'nothing was changed';
	}

	/** Saves all of it; one toast takes all of it back. What could not be saved stays in the form. */
	async save(app: string, name: string, settings: Settings, era: Era): Promise<void> {
		if (this.refusal(settings, era)) return;
		const sent = this.draft;
		this.saving = true;
		this.tested = null;
		try {
			const { done, fact, refusal, tested } = await saveDraft(engine, sent, app, settings);
			this.tested = tested;
			if (refusal) {
				const kept = done > 0 ? ` Saved before that: ${done} of the changes.` : '';
				toast(`${refusal}${kept} What was typed is still in the form.`);
				return;
			}
			const waits = this.waits(settings) ? ' The changed scope waits for Restart provisioning.' : '';
			this.#sent(sent);
			toastUndo(`Saved the provisioning settings of ${name}.${waits}`, fact, done);
		} catch (error) {
			toast(`Not saved: ${error instanceof Error ? error.message : String(error)} What was typed is kept.`);
		} finally {
			this.saving = false;
		}
	}

	/** Creates the configuration, if the application takes the credentials. */
	async create(app: string, name: string, offer: Offer): Promise<void> {
		if (this.saving) return;
		const sent = this.draft;
		this.saving = true;
		this.tested = null;
		try {
			const { done, fact, refusal, tested } = await createConfiguration(engine, sent.secrets, app, offer);
			this.tested = tested;
			if (refusal) return void toast(`${refusal} What was typed is still in the form.`);
			this.#sent(sent);
			toastUndo(`Created the provisioning configuration of ${name}. It is off.`, fact, done);
		} catch (error) {
			toast(`Not created: ${error instanceof Error ? error.message : String(error)} What was typed is kept.`);
		} finally {
			this.saving = false;
		}
	}

	/** Test Connection with what stands in the form (C-039). */
	async test(app: string, credentials: Pick<Settings['credentials'], 'fields'>): Promise<void> {
		if (this.testing) return;
		this.testing = true;
		this.trouble = null;
		try {
			const typed = typedIn(this.draft, credentials);
			this.tested = await engine.query<ViewData<'connectionTest'>>('connectionTest', { app, ...typed });
		} catch (error) {
			this.trouble = error instanceof Error ? error.message : String(error);
		}
		this.testing = false;
	}
}

const forms: Record<string, Editing> = {};

/** The form of an application in this session; it outlives the page. */
export function editing(app: string): Editing {
	const name = `${engine.status?.session?.id}.${app}.provisioning`;
	return (forms[name] ??= new Editing(name));
}
