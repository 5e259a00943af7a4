import type { ClauseGroup } from '#lib/engine/scoping';
import type { Slot } from '#lib/engine/base';
import { dateAt } from '#lib/hr/dates';
import { isWithin } from '../ad/domain';
import { systemOf } from '../hr/change';
import { named } from '../hr/sample';
import type { Command } from '../commands';
import { attributeToChange, changeOf, deletionOf, mappingsOf, otherValue } from './attributes';
import type { Act, ActName } from './rows';
import { Blocked, type TestStage } from './stage';
import { directoryAccount, workersLinked } from './workers';

/** What an action did, for those who look at what came of it. */
export interface Deed {
	readonly commands: readonly Command[];
	readonly attribute?: string;
	readonly value?: string;
	/** The worker that came of it, where there is a second record or a new one. */
	readonly newWorker?: Slot;
	readonly manager?: Slot;
}

const dayMs = 24 * 3_600_000;

/** What is to be done, worked out from the company as it is. */
export function deedOf(stage: TestStage, act: Act): Deed {
	return deeds[act.is](stage, act);
}

const deeds: { readonly [act in ActName]: (stage: TestStage, act: Act) => Deed } = {
	joinGroup: ({ person, group }) => one({ verb: 'group.add', args: { group: group!, user: person! } }),
	leaveGroup: ({ person, group }) => one({ verb: 'group.remove', args: { group: group!, user: person! } }),
	assign: ({ key, person }) => one({ verb: 'assign', args: { app: key, kind: 'user', who: [person!] } }),
	unassign: ({ key, person }) => one({ verb: 'unassign', args: { app: key, kind: 'user', who: [person!] } }),
	block: ({ person }) => one({ verb: 'user.block', args: { user: person! } }),
	delete: (stage) => one(deletionOf(stage)),
	change(stage, act) {
		const attribute = act.attribute || attributeToChange(stage);
		const value = act.value ?? otherValue(stage, attribute);
		return { ...one(changeOf(stage, attribute, value)), attribute, value };
	},
	leaveScope: (stage) => one(filterWithout(stage, 'userPrincipalName', String(stage.user!.attrs.userPrincipalName))),
	excludeWorker: (stage) =>
		one(filterWithout(stage, workerNumber(stage), stage.world.tables.workers.get(stage.person!)!.workerId)),
	hire(stage) {
		const { world } = stage;
		const workers = workersLinked(stage);
		const manager = workers[0] === undefined ? null : (world.tables.workers.get(workers[0])?.manager ?? null);
		const fields = manager === null ? {} : world.tables.workers.get(manager)!.fields;
		const organisation = fields[names(stage).organisation] ?? 'Sales';
		const city = fields[names(stage).city] ?? 'Seattle';
		const args = {
			name: 'Pat Testplan',
			org: String(organisation),
			city: String(city),
			workerId: freeId(stage),
			hireDate: today(stage),
			manager
		};
		return { ...one({ verb: 'hr.hire', args }), newWorker: world.tables.workers.next };
	},
	terminate: (stage) => one({ verb: 'hr.terminate', args: { worker: stage.person!, lastDay: daysAgo(stage, 1) } }),
	move(stage) {
		const { organisation, city } = names(stage);
		const present = stage.world.tables.workers.get(stage.person!)!.fields;
		const there = otherPlace(stage, String(present[city] ?? ''));
		const department = String(present[organisation] ?? '') === 'Sales' ? 'Marketing' : 'Sales';
		const fields = { [organisation]: department, [city]: there };
		return { ...one({ verb: 'hr.change', args: { worker: stage.person!, fields } }), value: department };
	},
	newManager(stage) {
		const present = stage.world.tables.workers.get(stage.person!)!.manager;
		const manager = workersLinked(stage).find(
			(slot) => slot !== stage.person && slot !== present && !reportsTo(stage, slot)
		);
		if (manager === undefined) throw new Blocked('There is no other worker who could be the manager.');
		return { ...one({ verb: 'hr.change', args: { worker: stage.person!, manager } }), manager };
	},
	rehireSame: (stage) => one({ verb: 'hr.rehire', args: { worker: stage.person!, effective: today(stage) } }),
	rehireNew(stage) {
		const workerId = freeId(stage);
		const newWorker = stage.world.tables.workers.next;
		const fields = elsewhere(stage, workerId);
		const commands: Command[] = [
			{ verb: 'hr.rehire', args: { worker: stage.person!, workerId, effective: today(stage) } },
			{ verb: 'hr.change', args: { worker: newWorker, fields } }
		];
		return { commands, newWorker };
	},
	convert(stage) {
		const { type } = stage.world.tables.workers.get(stage.person!)!;
		const to = type === 'E' ? 'contingent' : 'employee';
		const workerId = freeId(stage);
		const fields = elsewhere(stage, workerId);
		const args = { worker: stage.person!, to, workerId, effective: today(stage), fields };
		return { ...one({ verb: 'hr.convert', args }), newWorker: stage.world.tables.workers.next };
	},
	changeWorker(stage, act) {
		const attribute = act.attribute || attributeToChange(stage);
		const value = act.value ?? otherValue(stage, attribute);
		return {
			...one({ verb: 'hr.change', args: { worker: stage.person!, fields: { [attribute]: value } } }),
			attribute,
			value
		};
	}
};

const one = (command: Command): Deed => ({ commands: [command] });

/** The saved filter, each of its ways with one more condition that this person does not meet. */
function filterWithout(stage: TestStage, attribute: string, value: string): Command {
	const { world, job, key } = stage;
	const { filter } = world.sim.host.config(world.sim.host.job(job).config).users;
	const ways: readonly ClauseGroup[] = filter?.groups?.length ? filter.groups : [{ name: 'Test plan', clauses: [] }];
	const clause = { attribute, operator: 'NOT EQUALS', value };
	const groups = ways.map((way) => ({ ...way, clauses: [...way.clauses, clause] }));
	return { verb: 'job.saveFilter', args: { app: key, filter: { ...filter, groups } as never } };
}

/** What a worker is known by: the attribute that the job matches by as it is. */
function workerNumber(stage: TestStage): string {
	const matching = mappingsOf(stage).find((one) => (one.matchingPrecedence ?? 0) > 0 && one.source.type === 'Direct');
	if (matching?.source.type !== 'Direct')
		throw new Blocked(`${stage.app.name} does not match by an attribute of the worker.`);
	return matching.source.attribute;
}

const today = ({ world }: TestStage) => dateAt(world.clock);
const daysAgo = ({ world }: TestStage, days: number) => dateAt(world.clock - days * dayMs);

/** A second record of one person works in another place, under the number as user name: names in a unit are unique. */
function elsewhere(stage: TestStage, workerId: string): { readonly [name: string]: string } {
	const { city, userName } = names(stage);
	const present = stage.world.tables.workers.get(stage.person!)!.fields;
	return { [city]: otherPlace(stage, String(present[city] ?? '')), [userName]: workerId };
}

type Named = 'organisation' | 'city' | 'userName';

/** What the human-resources system calls these. */
function names({ world }: TestStage): { readonly [name in Named]: string } {
	const system = systemOf(world.sim);
	const nameOf = (name: Named) => Object.keys(named({ [name]: name }, system))[0]!;
	return { organisation: nameOf('organisation'), city: nameOf('city'), userName: nameOf('userName') };
}

function freeId({ world }: TestStage): string {
	let highest = 1_000_000;
	for (const { workerId } of world.tables.workers.all())
		if (/^\d{1,12}$/.test(workerId)) highest = Math.max(highest, Number(workerId));
	return String(highest + 1);
}

/** A city that has a unit of its own in Active Directory, other than the present one. */
function otherPlace(stage: TestStage, city: string): string {
	const account = directoryAccount(stage, stage.person!);
	const present = String(account?.attrs.distinguishedName ?? '');
	for (const { dn } of stage.world.tables.adUnits.all()) {
		const name = /^OU=([^,]+),OU=Users,/i.exec(dn)?.[1];
		if (name && name !== city && !isWithin(present, dn)) return name;
	}
	return city === 'London' ? 'Seattle' : 'London';
}

function reportsTo({ world, person }: TestStage, worker: Slot): boolean {
	let at: Slot | null = worker;
	for (let steps = 0; at !== null && steps < 1000; steps++) {
		if (at === person) return true;
		at = world.tables.workers.get(at)?.manager ?? null;
	}
	return false;
}
