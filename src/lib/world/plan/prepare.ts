import type { Slot } from '#lib/engine/base';
import { isAssignedNow } from '../directory/assignments';
import { workersLinked } from './workers';
import { assignedGroups, direct, insider, isDirect, member, outsider, staticGroups } from './people';
import type { Turns } from './running';
import type { ActName } from './rows';
import { Blocked, type TestStage } from './stage';

export type Need = keyof typeof ready | 'nobody';
/** Whom an action needs before it can be done. */
export const needs: { readonly [act in ActName]: Need } = {
	joinGroup: 'outsideWithGroup',
	leaveGroup: 'member',
	assign: 'outside',
	unassign: 'direct',
	change: 'inside',
	leaveScope: 'inside',
	block: 'inside',
	delete: 'inside',
	hire: 'nobody',
	terminate: 'worker',
	move: 'worker',
	newManager: 'worker',
	rehireSame: 'formerWorker',
	rehireNew: 'formerWorker',
	convert: 'worker',
	changeWorker: 'worker',
	excludeWorker: 'worker'
};

/** The name of what a test makes for itself. */
export const testGroup = 'Test plan group';

/** Brings the person and the job into the state that the action starts from; tells what was done for it. */
export function* prepare(stage: TestStage, act: ActName, chosen: Slot | undefined): Turns<string[]> {
	const told: string[] = [];
	const need = needs[act];
	if (chosen !== undefined && need !== 'nobody') choose(stage, chosen);
	if (!hasRun(stage) || stage.standing !== null) {
		if (stage.standing !== null) told.push(stage.do({ verb: 'job.start', args: { app: stage.key } }));
		yield* stage.settle();
	}
	if (need === 'nobody') return told;
	const before = told.length;
	ready[need](stage, told);
	if (told.length > before) yield* stage.settle();
	if (need === 'formerWorker') yield* left(stage, told);
	if (need === 'inside' || need === 'direct' || need === 'member') mustHaveAccount(stage);
	return told;
}

function hasRun({ world, job }: TestStage): boolean {
	return world.sim.host.job(job).everCompleted;
}

function choose(stage: TestStage, person: Slot): void {
	const { tables } = stage.world;
	const isThere = stage.template?.source === 'hr' ? tables.workers.get(person) : tables.users.get(person);
	if (!isThere) throw new Blocked('The chosen person is no longer in this company. Choose another one.');
	stage.person = person;
}

const ready = {
	outside(stage: TestStage, told: string[]): void {
		if (stage.person !== null) return mustBeOutside(stage);
		stage.person = outsider(stage) ?? newcomer(stage, told);
	},
	outsideWithGroup(stage: TestStage, told: string[]): void {
		ready.outside(stage, told);
		stage.group = staticGroups(stage)[0]?.slot ?? ownGroup(stage, told);
	},
	inside(stage: TestStage, told: string[]): void {
		stage.person ??= insider(stage);
		if (stage.person === null) ready.outside(stage, told);
		if (stage.account !== 'active' && !isAssignedNow(stage.world.sim, stage.app.slot, stage.person!))
			assign(stage, told);
	},
	direct(stage: TestStage, told: string[]): void {
		stage.person ??= direct(stage);
		if (stage.person === null) ready.outside(stage, told);
		if (!isDirect(stage.world, stage.app.slot, stage.person!)) assign(stage, told);
	},
	member(stage: TestStage, told: string[]): void {
		if (stage.person === null) {
			const found = member(stage);
			stage.person = found?.person ?? outsider(stage) ?? newcomer(stage, told);
			stage.group = found?.group ?? null;
		} else stage.group = groupOf(stage, stage.person);
		if (stage.group !== null) return;
		stage.group = ownGroup(stage, told);
		told.push(stage.do({ verb: 'group.add', args: { group: stage.group, user: stage.person } }));
	},
	worker(stage: TestStage): void {
		stage.person ??= workersLinked(stage)[0] ?? null;
		if (stage.person === null)
			throw new Blocked(`${stage.app.name} has no worker with an account yet. Start provisioning and let a cycle run.`);
	},
	formerWorker: (stage: TestStage): void => ready.worker(stage)
};

function mustBeOutside(stage: TestStage): void {
	if (isAssignedNow(stage.world.sim, stage.app.slot, stage.person!))
		throw new Blocked(`${stage.name} is assigned to ${stage.app.name} already. Choose somebody who is not.`);
}

function mustHaveAccount(stage: TestStage): void {
	if (stage.account === 'active') return;
	const row = stage.lastRow;
	const why = stage.standing ?? (row ? `Its row in the log: ${row}.` : 'The log has no row for it.');
	throw new Blocked(
		`${stage.name} has no account in use in ${stage.app.name} after the cycle, so nothing can be tried. ${why}`
	);
}

function assign(stage: TestStage, told: string[]): void {
	told.push(stage.do({ verb: 'assign', args: { app: stage.key, kind: 'user', who: [stage.person!] } }));
}

/** The group, with members set by hand, through which somebody is let in. */
function groupOf({ world, app }: TestStage, person: Slot): Slot | null {
	const { tables } = world;
	const isMember = (group: Slot) =>
		tables.membersByGroup.get(group).some((slot) => {
			const row = tables.members.get(slot)!;
			return row.kind === 'user' && row.member === person;
		});
	return (
		assignedGroups(world, app.slot).find((one) => one.membership === 'assigned' && isMember(one.slot))?.slot ?? null
	);
}

/** A group of the test's own, assigned to the application. */
function ownGroup(stage: TestStage, told: string[]): Slot {
	const group = stage.world.tables.groups.next;
	told.push(stage.do({ verb: 'group.create', args: { name: testGroup } }));
	told.push(stage.do({ verb: 'assign', args: { app: stage.key, kind: 'group', who: [group] } }));
	return group;
}

/** Everybody is assigned already: somebody who is like the first of them, but for the name. */
function newcomer(stage: TestStage, told: string[]): Slot {
	const { tables, sim } = stage.world;
	const like = insider(stage);
	const pattern = like === null ? {} : tables.users.get(like)!.attrs;
	const { department = 'Sales', jobTitle = null, usageLocation = null, country = null, city = null } = pattern;
	const name = `pat.testplan@${sim.host.tenantRow.domain}`;
	const slot = tables.users.next;
	const attributes = {
		displayName: 'Pat Testplan',
		givenName: 'Pat',
		surname: 'Testplan',
		userPrincipalName: name,
		mail: name,
		mailNickname: 'pat.testplan',
		employeeId: '1999999',
		department,
		jobTitle,
		usageLocation,
		country,
		city
	};
	told.push(stage.do({ verb: 'user.create', args: { attributes } }));
	return slot;
}

const dayMs = 24 * 3_600_000;

/** A worker who left some days ago, and whose account the job has put out of use. */
function* left(stage: TestStage, told: string[]): Turns {
	const lastDay = new Date(stage.world.clock - 3 * dayMs).toISOString().slice(0, 10);
	told.push(stage.do({ verb: 'hr.terminate', args: { worker: stage.person!, lastDay } }));
	yield* stage.settle();
}
