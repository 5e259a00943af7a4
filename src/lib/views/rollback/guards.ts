import type { Command, World } from '#lib/world';
import { amountWords, numberWords } from '../amounts';
import { causeOf, type Cause } from './cause';
import type { ChoiceArgs, Chosen } from './choice';
import type { FoundAttribute } from './attributes';
import type { RollbackFold } from './fold';
import { MOST } from './repair';

/** One step of the checklist, and what the world says of it. */
export interface Guard {
	readonly id: 'stop' | 'keep' | 'threshold' | 'cause' | 'values' | 'start' | 'check' | 'unkeep';
	readonly title: string;
	readonly why: string;
	/** later: something before it comes first. */
	readonly state: 'done' | 'open' | 'later' | 'not needed';
	/** What the world shows of it now. */
	readonly told: string;
	readonly rule: string;
	/** What would do it; without a command it is the one that `rollbackRepair` tells, which may hold thousands of requests. */
	readonly does: { readonly label: string; readonly deed: Deed | null } | null;
}

/** A command, and the sentence that says that it was done. */
export interface Deed {
	readonly command: Command;
	readonly sentence: string;
}

type Open = Omit<Guard, 'state'> & { readonly done: boolean; readonly needed: boolean };

const FLAG = 'SkipOutOfScopeDeletions';
const valuesWords = (count: number) => `${amountWords(count, 'value')} ${count === 1 ? 'is' : 'are'}`;
const isOn = (value: string | undefined) => value?.toLowerCase() === 'true';

/** The guards in the right order: what stops harm comes first, what starts the service again last. */
export function guardsOf(
	world: World,
	args: ChoiceArgs,
	chosen: Chosen,
	fold: RollbackFold,
	attributes: readonly FoundAttribute[]
): Guard[] {
	const { app, job } = chosen;
	const config = world.tables.configs.get(job.config)!;
	const cause = causeOf(world, args, chosen);
	const { wrong: wrongConfig, before, isCured } = cause;
	const isOff = job.schedule !== 'Active';
	const isRepaired = fold.wrong === 0;
	const keeps = isOn(config.secrets[FLAG]);
	/** It was set since, and is taken out again by now. */
	const wasKept = world.journal().some(({ at, verb, args }) => {
		const set = args as { readonly app?: string; readonly key?: string; readonly value?: string };
		return (
			verb === 'job.setSecret' && at >= (fold.first ?? 0) && set.app === app.key && set.key === FLAG && isOn(set.value)
		);
	});
	const lastEnd = job.last?.ended ?? 0;
	const rightSince = fold.moments.at(-1)?.wrong === 0 ? fold.moments.at(-1)!.at : 0;
	const isChecked = isRepaired && rightSince > 0 && lastEnd >= rightSince && !isOff;
	const scopeChanged =
		before !== null &&
		(before.scopeMode !== wrongConfig!.scopeMode ||
			JSON.stringify(before.users.filter) !== JSON.stringify(wrongConfig!.users.filter));
	const key = app.key;
	const written = fold.wrong - attributes.reduce((sum, { byHand }) => sum + byHand, 0);
	const isMapped = written === fold.wrong;
	const isTooMany = [...fold.touched.values()].filter(({ wrong }) => wrong > 0).length > MOST;
	const steps: Open[] = [
		{
			id: 'stop',
			title: 'Stop provisioning',
			why: 'Nothing is repaired by it, but nothing gets worse while you look.',
			done: isOff || isCured,
			needed: true,
			told: isOff ? 'The job is off.' : `The job is on${isCured ? ', with another configuration' : ''}.`,
			rule: 'C-045',
			does: does(
				'Stop provisioning',
				{ verb: 'job.stop', args: { app: key } },
				`Provisioning to ${app.name} is stopped.`
			)
		},
		{
			id: 'keep',
			title: 'Skip out-of-scope deletions',
			why: 'While the scope is being corrected, nobody who falls out of it is disabled or deleted.',
			done: keeps || (isChecked && wasKept),
			needed: keeps || (scopeChanged && (!isChecked || wasKept)),
			told: keeps ? `${FLAG} is True.` : scopeChanged ? `${FLAG} is not set.` : 'The scope did not change.',
			rule: 'C-243',
			does: does(
				`Set ${FLAG}`,
				{ verb: 'job.setSecret', args: { app: key, key: FLAG, value: 'True' } },
				`${FLAG} is True for ${app.name}.`
			)
		},
		{
			id: 'threshold',
			title: 'Set the accidental deletion threshold',
			why: 'The next mistake of this kind is held back and reported by mail instead of being carried out.',
			done: config.deletionThreshold !== null,
			needed: true,
			told:
				config.deletionThreshold === null
					? 'There is no threshold.'
					: `The threshold is ${config.deletionThreshold}${config.notificationMail ? `, the mail goes to ${config.notificationMail}` : '; no mail address is set'}.`,
			rule: 'C-250',
			does: does(
				'Set it to 5',
				{ verb: 'job.setThreshold', args: { app: key, threshold: 5 } },
				`More than 5 removals at once are held back.`
			)
		},
		{
			id: 'cause',
			title: 'Remove the cause',
			why: 'Values that are repaired before that are overwritten by the next cycle.',
			done: isCured,
			needed: before !== null,
			told: causeWords(cause),
			rule: 'C-382',
			does: undoing(key, app.name, cause)
		},
		{
			id: 'values',
			title: 'Restore the last known good values',
			why: 'With the application owner: what no mapping writes comes back only by hand.',
			done: isRepaired,
			needed: true,
			told: isRepaired
				? 'No value is wrong now.'
				: `${valuesWords(fold.wrong)} still wrong${written > 0 ? `; an initial cycle writes ${isMapped ? 'all' : numberWords(written)} of them by itself` : ''}.`,
			rule: 'H-455',
			does: {
				label: isTooMany ? `Apply to the first ${numberWords(MOST)}` : 'Apply in the application',
				deed: null
			}
		},
		{
			id: 'start',
			title: 'Start provisioning',
			why: 'A changed configuration begins with an initial cycle, which looks at everybody.',
			done: !isOff && isCured,
			needed: true,
			told: isOff ? 'The job is off.' : 'The job is on.',
			rule: 'C-386',
			does: does(
				'Start provisioning',
				{ verb: 'job.start', args: { app: key } },
				`Provisioning to ${app.name} is started.`
			)
		},
		{
			id: 'check',
			title: 'Let one cycle pass and look again',
			why: 'Only a cycle that has looked at everybody shows that nothing is overwritten.',
			done: isChecked,
			needed: true,
			told: isChecked ? 'A cycle has ended since, and no value is wrong.' : 'No cycle has ended since the last repair.',
			rule: 'H-455',
			does: null
		},
		{
			id: 'unkeep',
			title: 'Remove the flag again',
			why: 'Left behind, it keeps everybody who leaves the scope active forever.',
			done: !keeps,
			needed: keeps,
			told: keeps ? `${FLAG} is still True.` : `${FLAG} is not set.`,
			rule: 'C-244',
			does: does(
				`Clear ${FLAG}`,
				{ verb: 'job.setSecret', args: { app: key, key: FLAG, value: 'False' } },
				`${FLAG} is False for ${app.name}.`
			)
		}
	];
	return inOrder(steps, isMapped);
}

const does = (label: string, command: Command, sentence: string) => ({ label, deed: { command, sentence } });

/** The first open step is the next one; what follows it waits. Keeping people and the threshold hold nothing up. */
function inOrder(steps: readonly Open[], isMapped: boolean): Guard[] {
	let isBlocked = false;
	return steps.map(({ done, needed, ...step }): Guard => {
		const state = !needed && !done ? 'not needed' : done ? 'done' : isBlocked ? 'later' : 'open';
		const holdsUp = step.id !== 'keep' && step.id !== 'threshold' && !(step.id === 'values' && isMapped);
		if (state === 'open' && holdsUp) isBlocked = true;
		return { ...step, state: !needed ? 'not needed' : state, does: done || !needed ? null : step.does };
	});
}

function causeWords({ before, still, isCured }: Cause): string {
	if (before === null) return 'Nobody saved a mapping or a filter before: look for the cause in the source, with Why.';
	if (isCured) return 'The job runs with another configuration now.';
	return `The job still runs with what was wrong: ${still.map(({ words }) => words).join(' and ') || 'its settings'}.`;
}

/** Saves again what stood before the change, one part after another. */
function undoing(app: string, name: string, { before, still }: Cause): Guard['does'] {
	const [part] = still;
	if (!before || !part) return null;
	switch (part.id) {
		case 'filter':
			return does(
				'Restore the filter from before',
				{ verb: 'job.saveFilter', args: { app, filter: before.users.filter as never } },
				`The scoping filter of ${name} is as it was before.`
			);
		case 'mappings':
			return does(
				'Restore the mappings from before',
				{ verb: 'job.saveMapping', args: { app, attributes: before.users.attributes as never } },
				`The mappings of ${name} are as they were before.`
			);
		case 'scope':
			return does(
				'Restore the scope from before',
				{ verb: 'job.setScope', args: { app, mode: before.scopeMode } },
				`The scope of ${name} is as it was before.`
			);
		case 'actions': {
			const { create, update, delete: remove } = before.users;
			return does(
				'Restore the actions from before',
				{ verb: 'job.setActions', args: { app, object: 'users', create, update, delete: remove } },
				`The target object actions of ${name} are as they were before.`
			);
		}
	}
}
