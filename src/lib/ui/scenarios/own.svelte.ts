import { draftOf } from '../mapping/draft.svelte';
import { toast } from '../kit';
import { ScriptRun } from './runs.svelte';

/** What stands there until somebody writes: a script that passes, with one line of each kind. */
export const example = `world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [7 8]
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
?? 09:01 app(byoa).active = 1`;

const kept = draftOf<string>(
	() => 'script',
	(value): value is string => typeof value === 'string'
);

/** The one script of a person's own: it outlives a reload. */
export const own = {
	run: new ScriptRun(),
	get text(): string {
		return kept.value ?? example;
	},
	set text(text) {
		kept.value = text;
	},
	/** Puts another text in its place; the toast brings the one before back. */
	replace(text: string, sentence: string): void {
		const before = kept.value;
		kept.value = text;
		own.run.clear();
		const back = () => {
			kept.value = before;
			own.run.clear();
		};
		toast(sentence, before === null || before === text ? undefined : { label: 'Undo', key: 'Z', run: back });
	}
};
