import * as z from 'zod/mini';
import { amountWords } from '../amounts';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { profileOf } from '../profile';
import { appKey, defineView } from '../view';
import { check, type Check } from './check';
import * as credentials from './credential-checks';
import * as failures from './failure-checks';
import * as filters from './filter-checks';
import * as groups from './group-checks';
import * as inbound from './inbound-checks';
import * as jobs from './job-checks';
import * as scope from './scope-checks';
import { Situation } from './situation';
import * as wrong from './wrong-checks';

export type { Check, Concerned, Mend, MendPlace, Verdict } from './check';

export const questions = ['none', 'wrong', 'slow', 'credentials'] as const;
export type Question = (typeof questions)[number];

type Run = (situation: Situation) => Check | null;

/** What the troubleshooting pages say of each trouble, in the order in which one looks. */
const runs: { readonly [question in Question]: readonly Run[] } = {
	none: [
		jobs.statusCheck,
		jobs.connectionCheck,
		credentials.agentCheck,
		jobs.firstCycleCheck,
		scope.assignedCheck,
		groups.groupsCheck,
		groups.unseenCheck,
		scope.roleCheck,
		scope.blockedCheck,
		filters.filterCheck,
		scope.matchingCheck,
		scope.actionsCheck,
		groups.groupObjectsCheck,
		failures.failedCheck,
		failures.skippedCheck
	],
	wrong: [
		wrong.modeCheck,
		wrong.leftoverCheck,
		wrong.skipFlagCheck,
		wrong.heldCheck,
		inbound.loopCheck,
		inbound.twoWaysCheck,
		groups.unseenCheck,
		groups.nestedCheck,
		groups.dynamicCheck,
		filters.filterCheck,
		filters.joinedCheck,
		filters.caseCheck,
		filters.emptyCheck,
		scope.roleCheck,
		wrong.unmanagedCheck
	],
	slow: [
		jobs.statusCheck,
		jobs.slowedCheck,
		jobs.durationCheck,
		jobs.intervalCheck,
		failures.retryCheck,
		failures.limitCheck,
		groups.unseenCheck,
		groups.dynamicCheck,
		wrong.modeCheck
	],
	credentials: [
		jobs.connectionCheck,
		credentials.agentCheck,
		credentials.filledCheck,
		credentials.storageCheck,
		credentials.waitingCheck
	]
};

export interface Answer {
	readonly question: Question;
	readonly checks: readonly Check[];
	readonly causes: number;
	readonly notes: number;
	/** The first cause in its own words, or that there is none. */
	readonly sentence: string;
}

export interface Troubleshoot {
	readonly app: AppName;
	/** When it was looked at. */
	readonly at: number;
	readonly answers: readonly Answer[];
}

/** "No users are being provisioned", "wrong users", "takes hours", "cannot save credentials": looked at as things stand now. */
export const troubleshoot = defineView(
	z.object({ app: appKey, question: z.optional(z.enum(questions)) }),
	(world, { app: key, question }): Troubleshoot => {
		const app = appNamed(world, key);
		const job = jobOf(world, app);
		const asked = question ? [question] : questions;
		const situation = job && new Situation(world, app, job, world.sim.host.config(job.config));
		return {
			app: appName(app),
			at: world.clock,
			answers: asked.map((one) => {
				const found = situation ? runs[one].flatMap((run) => run(situation) ?? []) : [manual(world, key)];
				return answerOf(one, found);
			})
		};
	}
);

/** C-037. */
function manual(world: Parameters<typeof appNamed>[0], key: string): Check {
	const app = appNamed(world, key);
	const canBe = profileOf(app).connector !== 'none';
	return check({
		id: 'mode',
		looked: 'Provisioning Mode',
		verdict: 'cause',
		rule: 'C-037',
		sentence: canBe
			? `The provisioning mode of ${app.name} is Manual: no cycle runs before there is a configuration.`
			: `The provisioning mode of ${app.name} is Manual: it has no connector, so no cycle ever runs. Accounts are made by hand.`,
		mend: canBe ? { to: 'overview', label: 'Provisioning' } : { to: 'accounts', label: 'Its accounts' }
	});
}

function answerOf(question: Question, checks: readonly Check[]): Answer {
	const causes = checks.filter(({ verdict }) => verdict === 'cause');
	const notes = checks.filter(({ verdict }) => verdict === 'note');
	const sentence =
		causes[0]?.sentence ??
		(notes.length > 0
			? `None of ${checks.length} checks found a cause. ${notes.length} found something worth knowing.`
			: `${amountWords(checks.length, 'check')} ${checks.length === 1 ? 'is' : 'are'} in order: nothing explains it.`);
	return { question, checks, causes: causes.length, notes: notes.length, sentence };
}
