import type { Json, Slot } from '#lib/engine/base';
import { rowActions } from '#lib/engine/steps/log-row';
import { valueAt } from '#lib/scim/client';
import { linkedAccount } from '../apps/linked';
import { signInOf } from '../apps/sign-in';
import { directTargets, expressionTargets } from './attributes';
import type { Deed } from './acts';
import type { Evidence } from './evidence';
import type { CheckResult, Expected, ExpectName } from './rows';
import type { TestStage } from './stage';
import { directoryAccount, type DirectoryAccount } from './workers';

/** What a check may look at: the stage after the action, what was done, and how things were before. */
export interface Outcome {
	readonly stage: TestStage;
	readonly deed: Deed;
	readonly evidence: Evidence;
	readonly before: Before;
}
export interface Before {
	readonly account: Json | undefined;
	readonly directory: DirectoryAccount | null;
}

type Answer = Omit<CheckResult, 'expected'>;
interface Expectation {
	readonly words: (outcome: Outcome, expected: Expected) => string;
	readonly check: (outcome: Outcome, expected: Expected) => Answer;
}

const is = (actual: string, holds: boolean): Answer => ({ actual, holds });
const states = { active: 'an account in use', inactive: 'an account that is out of use', none: 'no account' };

export function checked(outcome: Outcome, expected: Expected): CheckResult {
	const { words, check } = expectations[expected.is];
	return { expected: words(outcome, expected), ...check(outcome, expected) };
}

export function beforeOf(stage: TestStage): Before {
	const { person, template } = stage;
	const isHr = template?.source === 'hr';
	return {
		account: isHr || person === null ? undefined : (linkedAccount(stage.world.sim, stage.app, person)?.data as Json),
		directory: isHr && person !== null ? directoryAccount(stage, person) : null
	};
}

const inApp = ({ stage }: Outcome) => `${stage.name} has ${states[stage.account]} in ${stage.app.name}.`;
const state = (words: string, ...fine: TestStage['account'][]): Expectation => ({
	words: ({ stage }) => `${stage.name} ${words} in ${stage.app.name}.`,
	check: (outcome) => is(inApp(outcome), fine.includes(outcome.stage.account))
});

function signIn({ stage }: Outcome): string {
	const { world, app, person } = stage;
	return signInOf(world.sim, app, person!, linkedAccount(world.sim, app, person!));
}

const directoryName = ({ stage }: Outcome) =>
	stage.template?.target === 'ad' ? 'Active Directory' : 'Microsoft Entra ID';

/** The account of the record that came of the action; without one, of the worker. */
function presentAccount({ stage, deed }: Outcome): DirectoryAccount | null {
	return directoryAccount(stage, deed.newWorker ?? stage.person!);
}

function directoryState(
	which: (outcome: Outcome) => DirectoryAccount | null,
	words: string,
	active: boolean
): Expectation {
	return {
		words: (outcome) =>
			`The account of ${outcome.stage.name || 'the new worker'} ${words} in ${directoryName(outcome)}.`,
		check(outcome) {
			const account = which(outcome);
			const found = account ? (account.active ? 'An enabled account' : 'A disabled account') : 'No account';
			return is(`${found} in ${directoryName(outcome)}.`, account !== null && account.active === active);
		}
	};
}

const oldAccount = ({ stage }: Outcome) => directoryAccount(stage, stage.person!);

const expectations: { readonly [name in ExpectName]: Expectation } = {
	active: state('has an account in use', 'active'),
	removed: state('has no account in use: it is disabled or deleted', 'inactive', 'none'),
	inactive: state('has a disabled account', 'inactive'),
	gone: state('no longer has an account', 'none'),
	value: {
		words: ({ stage, deed }, { attribute, value }) =>
			attribute
				? `${attribute} of the account in ${stage.app.name} is "${value ?? deed.value ?? ''}".`
				: `The new ${deed.attribute ?? 'value'} is in ${stage.app.name}.`,
		check: valueArrived
	},
	signsIn: {
		words: ({ stage }) => `${stage.name} can sign in to ${stage.app.name}.`,
		check: (outcome) => is(`Sign-in: ${signIn(outcome)}.`, signIn(outcome) === 'ok')
	},
	signInRefused: {
		words: ({ stage }) => `${stage.name} cannot sign in to ${stage.app.name}.`,
		check: (outcome) => is(`Sign-in: ${signIn(outcome)}.`, signIn(outcome) !== 'ok')
	},
	logged: {
		words: (_, { value }) => `The provisioning log has a row ${value ?? ''} with the status Success.`,
		check({ evidence }, { value = '' }) {
			const wanted = value.toLowerCase();
			const holds = evidence.rows.some(({ action, status }) => sameAction(action, wanted) && status === 'success');
			const told = evidence.rows.map(({ action, status, code }) => `${action} ${status}${code ? ` (${code})` : ''}`);
			return is(told.length > 0 ? `The log: ${told.join(', ')}.` : 'The log has no row.', holds);
		}
	},
	nothingWritten: {
		words: ({ stage }) => `Nothing is written to ${stage.app.name} for ${stage.name}.`,
		check({ evidence }) {
			const written = evidence.requests.filter(({ method }) => method !== 'GET');
			const told = written.map(({ method, path, status }) => `${method} ${path} ${status}`);
			return is(written.length === 0 ? 'Nothing was written.' : `${told.join(', ')}.`, written.length === 0);
		}
	},
	directoryActive: directoryState(presentAccount, 'is enabled', true),
	directoryInactive: directoryState(oldAccount, 'is disabled', false),
	oldInactive: directoryState(oldAccount, 'from before is disabled', false),
	moved: {
		words: (outcome) =>
			outcome.stage.template?.target === 'ad'
				? `The account of ${outcome.stage.name} is in another unit.`
				: `The department of ${outcome.stage.name} is ${outcome.deed.value ?? ''}.`,
		check(outcome) {
			const account = oldAccount(outcome);
			if (outcome.stage.template?.target !== 'ad') {
				const department = String(account?.attrs.department ?? 'nothing');
				return is(`The department is ${department}.`, department === outcome.deed.value);
			}
			const [from, to] = [outcome.before.directory, account].map((one) =>
				String(one?.attrs.distinguishedName ?? 'nowhere')
			);
			return is(from === to ? `It is where it was: ${to!}.` : `It moved to ${to!}.`, from !== to);
		}
	},
	managed: {
		words: (outcome) => `The manager of ${outcome.stage.name} in ${directoryName(outcome)} is the new one.`,
		check(outcome) {
			const account = oldAccount(outcome);
			const wanted = directoryAccount(outcome.stage, outcome.deed.manager!);
			const found = typeof account?.attrs.manager === 'number' ? nameAt(outcome, account.attrs.manager) : 'nobody';
			return is(`The manager is ${found}.`, wanted !== null && account?.attrs.manager === wanted.slot);
		}
	},
	sameAccount: {
		words: (outcome) => `It is the account that ${outcome.stage.name} already had.`,
		check(outcome) {
			const account = oldAccount(outcome);
			const same = account !== null && account.slot === outcome.before.directory?.slot;
			return is(same ? 'It is the same account.' : account ? 'It is another account.' : 'There is no account.', same);
		}
	},
	secondAccount: {
		words: () => 'It is a new account, beside the old one.',
		check(outcome) {
			const account = presentAccount(outcome);
			const isNew = account !== null && account.slot !== outcome.before.directory?.slot;
			return is(
				isNew
					? `A new account: ${nameAt(outcome, account.slot)}.`
					: account
						? 'It is the old account.'
						: 'There is no new account.',
				isNew
			);
		}
	},
	directoryValue: {
		words: (outcome, { attribute, value }) =>
			`${attribute || 'The new value'} of the account in ${directoryName(outcome)} is "${value ?? outcome.deed.value ?? ''}".`,
		check(outcome, { attribute, value = outcome.deed.value ?? '' }) {
			const targets = attribute ? [attribute] : directTargets(outcome.stage, outcome.deed.attribute ?? '');
			const account = oldAccount(outcome);
			return compared(targets, value, (target) => account?.attrs[target]);
		}
	},
	inTenant: {
		words: ({ stage }) => `${stage.name || 'The new worker'} is a user in Microsoft Entra ID.`,
		check(outcome) {
			const user = userOf(outcome);
			return is(user ? 'The user is there.' : 'There is no such user.', user);
		}
	}
};

/** The log shows an enable as an update (C-521). */
function sameAction(action: string, wanted: string): boolean {
	return (
		(rowActions as readonly string[]).includes(wanted) &&
		(action === wanted || (wanted === 'update' && action === 'enable'))
	);
}

function nameAt({ stage }: Outcome, slot: Slot): string {
	const { adUsers, users } = stage.world.tables;
	const row = stage.template?.target === 'ad' ? adUsers.get(slot) : users.get(slot);
	return String(row?.attrs.displayName ?? row?.attrs.cn ?? 'somebody who is gone');
}

/** Connect has made a user of the account, or the job wrote the user itself. */
function userOf(outcome: Outcome): boolean {
	const { stage } = outcome;
	const account = presentAccount(outcome);
	if (!account) return false;
	if (stage.template?.target !== 'ad') return true;
	const { employeeID } = account.attrs;
	return (
		typeof employeeID === 'string' && stage.world.tables.usersByEmployeeId.first(employeeID.toLowerCase()) !== undefined
	);
}

function valueArrived({ stage, deed, before }: Outcome, { attribute, value }: Expected): Answer {
	const account = linkedAccount(stage.world.sim, stage.app, stage.person!);
	if (!account) return is(`${stage.name} has no account in ${stage.app.name}.`, false);
	const now = (target: string) => valueAt(account.data, target) as Json | undefined;
	if (attribute) return compared([attribute], value ?? deed.value ?? '', now);
	const changed = deed.attribute ?? '';
	const direct = directTargets(stage, changed);
	if (direct.length > 0) return compared(direct, deed.value ?? '', now);
	const through = expressionTargets(stage, changed);
	if (through.length === 0) return is(`${changed} is not mapped to ${stage.app.name}.`, false);
	const was = (target: string) => (before.account ? valueAt(before.account as never, target) : undefined);
	const moved = through.filter((target) => JSON.stringify(now(target)) !== JSON.stringify(was(target)));
	return is(
		moved.length > 0 ? `${moved.map((target) => told(target, now(target))).join(', ')}.` : 'Nothing changed.',
		moved.length > 0
	);
}

function compared(targets: readonly string[], wanted: string, now: (target: string) => Json | undefined): Answer {
	const holds = targets.length > 0 && targets.every((target) => plain(now(target)) === wanted);
	const found = targets.map((target) => told(target, now(target)));
	return is(found.length > 0 ? `${found.join(', ')}.` : 'Nothing is mapped.', holds);
}

const told = (target: string, value: Json | undefined) =>
	`${target} is ${value === undefined || value === null ? 'empty' : `"${plain(value)}"`}`;

function plain(value: Json | undefined): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
