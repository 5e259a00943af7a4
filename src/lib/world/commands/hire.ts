import * as z from 'zod/mini';
import { dateAt } from '#lib/hr/dates';
import type { Worker } from '#lib/hr/worker';
import { personalData } from '#lib/tenant/sample/effects';
import { generatePeople } from '#lib/tenant/sample/generate';
import { hex32 } from '#lib/tenant/sample/hex';
import { systemOf, writeWorker } from '../hr/change';
import { named, withoutAccount, workerOf } from '../hr/sample';
import type { Simulation } from '../simulation';
import { define, Refused } from './command';
import { checkId, checkManager, date, fields, manager, workerId } from './hr-worker';

function hasHr(sim: Simulation): void {
	if (sim.host.tenantRow.hr === 'none') throw new Refused('There is no human-resources system in this company.');
}

/** What HR holds of a person of the sample company who is not in HR yet; for others what the form says. */
function newWorker(sim: Simulation, args: z.infer<typeof entered>, slot: number): Worker {
	const { seedText, start } = sim.host.tenantRow;
	const today = dateAt(sim.ledger.clock);
	const person = args.person === undefined ? undefined : generatePeople(seedText, args.person + 1)[args.person];
	const known = person ? workerOf(person, seedText, systemOf(sim), personalData(seedText, start)) : null;
	const id = args.workerId ?? known?.workerId;
	if (id === undefined) throw new Refused('A worker needs a Worker ID.');
	const [firstName = null, ...rest] = (args.name ?? '').split(' ');
	const form = {
		firstName: args.name === undefined ? null : firstName,
		lastName: rest.join(' ') || null,
		name: args.name ?? null,
		organisation: args.org ?? null,
		city: args.city ?? null,
		userName: id,
		mail: null
	};
	const base = withoutAccount(known?.fields ?? {}, systemOf(sim));
	const there = (slot: number | null) => slot !== null && sim.tables.workers.get(slot) !== null;
	const ofSample = known && there(known.manager) ? known.manager : null;
	return {
		wid: known?.wid ?? hex32(seedText, 'wid:new', slot),
		workerId: id,
		type: args.type ?? known?.type ?? 'E',
		hireDate: args.hireDate ?? known?.hireDate ?? today,
		lastDay: null,
		rehired: false,
		rescinded: false,
		fields: { ...base, ...named(form, systemOf(sim)), ...args.fields },
		manager: args.manager === undefined ? ofSample : args.manager,
		coming: [],
		landlines: known?.landlines ?? [],
		mobiles: known?.mobiles ?? []
	};
}

const entered = z.object({
	/** A person of the sample company, by index. */
	person: z.optional(z.int().check(z.nonnegative())),
	name: z.optional(z.string().check(z.trim(), z.minLength(1, { message: 'A worker needs a name.' }), z.maxLength(200))),
	org: z.optional(z.string().check(z.maxLength(200))),
	city: z.optional(z.string().check(z.maxLength(200))),
	manager: z.optional(manager),
	workerId: z.optional(workerId),
	hireDate: z.optional(date),
	type: z.optional(z.enum(['E', 'C'])),
	fields: z.optional(fields)
});

/** A first visit hires; what else happens to people in human resources comes later (hr.ts). */
export const hire = {
	'hr.hire': define({
		schema: entered,
		describe: (_sim, { name, person, hireDate }) =>
			`Hire ${name ?? `person ${person ?? ''}`}${hireDate ? ` from ${hireDate}` : ''}`,
		apply(sim, args, cause) {
			hasHr(sim);
			const { workers } = sim.tables;
			const reserved = args.person !== undefined && args.person < workers.next;
			if (reserved && workers.get(args.person!)) throw new Refused('This person is a worker already.');
			const slot = reserved ? args.person! : workers.next;
			const worker = newWorker(sim, args, slot);
			checkId(sim, worker.workerId, -1);
			checkManager(sim, slot, worker.manager);
			writeWorker(sim, { ...worker, slot }, `hired from ${worker.hireDate}`, 'H-082', cause);
		}
	})
};
