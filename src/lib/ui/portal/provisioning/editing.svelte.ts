import type { Era } from '#lib/engine/eras';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../../kit';
import { errorsOf, shownOf, stepsOf, type Draft, type FormErrors, type Settings } from './draft';

const empty: Draft = { secrets: {} };

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

	shown(settings: Settings): ReturnType<typeof shownOf> {
		return shownOf(this.draft, settings);
	}

	errors(settings: Settings, era: Era): FormErrors {
		return errorsOf(this.draft, settings, era);
	}

	isChanged(settings: Settings): boolean {
		return stepsOf(this.draft, '', settings).length > 0;
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
		this.saving = true;
		let done = 0;
		try {
			for (const [verb, args] of stepsOf(this.draft, app, settings)) {
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

const forms: Record<string, Editing> = {};

/** The form of an application in this session; it outlives the page. */
export function editing(app: string): Editing {
	return (forms[`${engine.status?.session?.id} ${app}`] ??= new Editing());
}
