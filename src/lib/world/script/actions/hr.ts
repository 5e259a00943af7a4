import type { Json } from '#lib/engine/base';
import type { Command } from '../../commands';
import { NotThere } from '../run/unbuilt';
import type { Actions, Args } from './args';

function worker(args: Args, name: string): number {
	const slot = args.sandbox.names.worker(name);
	if (slot === undefined) throw new NotThere(`there is no worker ${name}`);
	return slot;
}

const subject = (args: Args) => worker(args, args.text(0, 'a worker'));

/** Arguments that are no fields of the worker. */
const reserved = new Set([
	'name',
	'org',
	'city',
	'manager',
	'WorkerID',
	'WID',
	'hireDate',
	'type',
	'effective',
	'to',
	'lastDay',
	'start',
	'end'
]);

function fields(args: Args): { [name: string]: Json } {
	const found: { [name: string]: Json } = {};
	for (const { key, value, quoted } of args.keyed)
		if (!reserved.has(key)) found[key] = !quoted && (value === 'absent' || value === 'none') ? null : value;
	return found;
}

function manager(args: Args): { manager?: number | null } {
	const name = args.key('manager');
	if (name === undefined) return {};
	return { manager: name === 'none' || name === 'absent' ? null : worker(args, name) };
}

function kind(args: Args): { type?: 'E' | 'C' } {
	const word = args.key('type');
	if (word === undefined) return {};
	if (word !== 'employee' && word !== 'contingent')
		throw new NotThere(`a worker is employee or contingent, not ${word}`);
	return { type: word === 'employee' ? 'E' : 'C' };
}

function given(args: Args, names: Readonly<Record<string, string>>): { [name: string]: string } {
	const found: { [name: string]: string } = {};
	for (const [key, name] of Object.entries(names)) {
		const value = args.key(key);
		if (value !== undefined && value !== 'same' && value !== 'new') found[name] = value;
	}
	return found;
}

/** Somebody new: N3 has the Worker ID 1000903 unless the line says another. */
function hire(args: Args): string {
	const { sandbox } = args;
	const name = args.text(0, 'a person');
	const isNew = name.startsWith('N');
	const workerId = args.key('WorkerID') ?? (isNew ? String(1_000_900 + Number(name.slice(1))) : undefined);
	const outcome = sandbox.do({
		verb: 'hr.hire',
		args: {
			...(!isNew && { person: Number(name) }),
			...given(args, { name: 'name', org: 'org', city: 'city', hireDate: 'hireDate' }),
			...(workerId !== undefined && { workerId }),
			...manager(args),
			...kind(args),
			fields: fields(args)
		}
	});
	if (outcome !== 'done') return outcome;
	const known = workerId ?? sandbox.sim.tables.workers.get(Number(name))?.workerId;
	if (known !== undefined) sandbox.names.callWorker(name, known);
	return outcome;
}

const onAgent =
	(verb: 'agent.install' | 'agent.stop' | 'agent.start') =>
	(args: Args): string =>
		args.sandbox.do({ verb, args: { agent: args.text(0, 'an agent') } });

/** H-151, H-152: under a number of its own somebody is a second record, which scripts call by that number. */
function renumbered({ sandbox }: Args, command: Command): string {
	const outcome = sandbox.do(command);
	const { workerId } = command.args as { workerId?: string };
	if (outcome === 'done' && workerId !== undefined) sandbox.names.callRecord(workerId);
	return outcome;
}

export const hr: Actions = {
	'hr.hire': hire,
	'hr.change': (args) =>
		args.sandbox.do({
			verb: 'hr.change',
			args: {
				worker: subject(args),
				...given(args, { effective: 'effective' }),
				...manager(args),
				fields: changed(args)
			}
		}),
	'hr.terminate'(args) {
		const lastDay = args.key('lastDay') ?? args.text(1, 'a last day');
		return args.sandbox.do({ verb: 'hr.terminate', args: { worker: subject(args), lastDay } });
	},
	'hr.rescind': (args) => args.sandbox.do({ verb: 'hr.rescind', args: { worker: subject(args) } }),
	'hr.rehire': (args) =>
		renumbered(args, {
			verb: 'hr.rehire',
			args: {
				worker: subject(args),
				...given(args, { WorkerID: 'workerId', effective: 'effective' }),
				...kind(args)
			} as never
		}),
	'hr.assignment': (args) =>
		args.sandbox.do({
			verb: 'hr.assignment',
			args: {
				worker: subject(args),
				...given(args, { start: 'start', end: 'end' }),
				fields: fields(args)
			} as never
		}),
	'hr.convert': (args) =>
		renumbered(args, {
			verb: 'hr.convert',
			args: {
				worker: subject(args),
				...given(args, { to: 'to', WorkerID: 'workerId', effective: 'effective' }),
				fields: fields(args)
			}
		}),
	'agent.install': onAgent('agent.install'),
	'agent.stop': onAgent('agent.stop'),
	'agent.start': onAgent('agent.start')
};

/** A change may name what a hire has words for: the names of the system are theirs. */
function changed(args: Args): { [name: string]: Json } {
	const system = args.sandbox.sim.host.tenantRow.hr;
	const known: Readonly<Record<string, string>> =
		system === 'successfactors'
			? { org: 'EmpJob.Department.department', city: 'User.city' }
			: { org: 'SupervisoryOrganization', city: 'Municipality' };
	const more = Object.entries(given(args, { org: 'org', city: 'city' })).map(([key, value]) => [known[key]!, value]);
	return { ...fields(args), ...Object.fromEntries(more) };
}
