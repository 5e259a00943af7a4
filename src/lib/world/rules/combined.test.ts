import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { passes } from './passes.fixture';
import { must, requestsOfCycle } from './played.fixture';

interface Sent {
	readonly Operations?: readonly { readonly value: readonly unknown[] }[];
}

const at = (hour: number, minute: number, second = 0) => Date.UTC(2026, 2, 2, hour, minute, second);
const faults = (...list: readonly object[]) =>
	`command(app.set, {"app":"byoa","settings":{"faults":${JSON.stringify(list)}}})`;

/** Two of three have left, one more than the threshold. */
const staged = `world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 5-9)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 5 6)
=> 09:00 byoa inc: staged 2 [5 6]`;

describe('removals that are held back', () => {
	it('C-260, C-027, C-462: outlast a cycle that was aborted, and are held back again', () =>
		passes(`${staged}
do 09:10 setCredential(byoa, bad)
=> 15:00 byoa probe: fail [Unauthorized]
?? 15:01 mails = 2
do 15:10 setCredential(byoa, ok)
=> 21:00 byoa inc: staged 2 [5 6]
?? 21:01 job(byoa).quarantine = "TooManyDeletes"
?? 21:01 mails = 3`));

	it('C-260, C-352: stay where the watermark stays, whatever else is reset', () =>
		passes(`${staged}
do 09:10 command(job.restart, {"app":"byoa","scope":"QuarantineState, Escrows"})
=> 09:10 byoa inc: staged 2 [5 6]
?? 09:11 job(byoa).quarantine = "TooManyDeletes"`));

	it('C-258, C-254: are what is allowed; what leaves besides is counted anew', () =>
		passes(`${staged}
do 09:05 unassign(byoa, 7 8)
do 09:10 allowDeletes(byoa)
=> 09:10 byoa inc: disable 2 [5 6]; staged 2 [7 8]
?? 09:11 job(byoa).quarantine = "TooManyDeletes"
do 09:20 allowDeletes(byoa)
=> 09:20 byoa inc: disable 2 [7 8]
?? 09:21 job(byoa).quarantine = none`));

	it('C-258, C-344: allowed while the token is bad, they are carried out by the retry of the sixth hour', () =>
		passes(`${staged}
do 09:05 setCredential(byoa, bad)
do 09:10 allowDeletes(byoa)
=> 09:10 byoa probe: fail [Unauthorized]
do 09:20 setCredential(byoa, ok)
=> 15:00 byoa inc: disable 2 [5 6]
?? 15:01 job(byoa).quarantine = none`));

	it('C-369: are carried out before a full reset drops the links, if it names ForceDeletes', () =>
		passes(`${staged}
do 09:10 command(job.restart, {"app":"byoa","scope":"Full, ForceDeletes"})
=> 09:10 byoa inc: disable 2 [5 6]
?? 09:12 app(byoa).active = 3
?? 09:12 app(byoa).unmanaged = "john_smith, john.smith2"`));

	it('C-252: are none of those that are skipped, inactive already or released', () =>
		passes(`world cloud-only
do 08:11 setThreshold(byoa, 1)
do 08:12 assign(byoa, 5-9)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 5)
do 09:05 app.edit(byoa, 6, active, false)
do 09:05 app.edit(byoa, 7, active, false)
do 09:06 unassign(byoa, 6 7)
do 09:07 softDelete(5)
do 09:07 purge(5)
do 09:08 block(8)
=> 09:40 byoa inc: skip 2 [6 7]; disable 1 [8]
do 09:45 setSecret(byoa, SkipOutOfScopeDeletions, True)
do 09:46 unassign(byoa, 8 9)
=> 10:20 byoa inc: skip 2 [8 9]
?? 10:21 job(byoa).quarantine = none`));
});

const group = `world cloud-only groupMapping=on
do 08:12 assign(byoa, Renamed-Later)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [20 21 Renamed-Later]`;

describe('groups and references', () => {
	it('C-199, C-263: a group that was deleted and comes back gets its members anew', () =>
		passes(`${group}
do 08:30 unassign(byoa, Renamed-Later)
=> 09:00 byoa inc: disable 2 [20 21]; delete 1 [Renamed-Later]
do 09:05 assign(byoa, Renamed-Later)
=> 09:40 byoa inc: enable 2 [20 21]; create 1 [Renamed-Later]; ref 2 [Renamed-Later+20 Renamed-Later+21]
?? 09:41 members(byoa, Renamed-Later) = "20 21"`));

	it('C-116, C-263: so does one that somebody deleted in the application', () => {
		const world = createWorld({ apps: ['byoa'], groupMapping: true });
		const { slot } = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Renamed-Later')!;
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [slot] });
		world.advance({ to: at(8, 20) });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ to: at(8, 30) });
		const { id } = [...world.tables.accounts.all()].find(({ resource: { type } }) => type === 'Group')!.resource;
		must(world, 'app.request', { app: 'byoa', method: 'DELETE', path: `/Groups/${id}`, what: 'Delete the group' });
		must(world, 'group.rename', { group: slot, name: 'Marketing' });
		const sent = requestsOfCycle(world).filter(({ path }) => path.startsWith('/Groups'));
		const members = sent.flatMap(({ body }) => (JSON.parse(body ?? '{}') as Sent).Operations ?? []);
		expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'PATCH']);
		expect(members.flatMap(({ value }) => value)).toHaveLength(2);
	});

	it('C-203, SC-07: without Update neither a manager nor members change, but a create brings its own', () => {
		passes(`world cloud-only
do 08:10 setActions(byoa, C, D)
do 08:12 assign(byoa, 0 6 7)
do 08:20 start(byoa)
?? 08:22 app(byoa, 7).manager = 6
do 08:30 edit(entra, 7, manager, 0)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).manager = 6`);
		passes(`world cloud-only groupMapping=on
do 08:10 command(job.setActions, {"app":"byoa","object":"groups","create":true,"update":false,"delete":true})
do 08:12 assign(byoa, Renamed-Later)
do 08:20 start(byoa)
?? 08:22 members(byoa, Renamed-Later) = "20 21"
do 08:30 groupRemove(Renamed-Later, 21)
=> 09:00 byoa inc: disable 1 [21]; skip 1 [Renamed-Later]
?? 09:01 members(byoa, Renamed-Later) = "20 21"`);
	});

	it('C-211, SC-07: a manager that is mapped only during creation is written to new accounts alone', () =>
		passes(`world cloud-only
do 08:05 app.create(byoa, 8)
do 08:10 saveMapping(byoa, manager only during creation)
do 08:12 assign(byoa, 0 6 7 8)
do 08:20 start(byoa)
?? 08:22 app(byoa, 7).manager = 6
?? 08:22 app(byoa, 8).manager = absent
do 08:30 edit(entra, 7, manager, 0)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 app(byoa, 7).manager = 6`));

	it('C-280: without its mapping no member is written', () => {
		const name = { target: 'displayName', source: { type: 'Direct', attribute: 'displayName' }, matchingPrecedence: 1 };
		const saved = JSON.stringify({ app: 'byoa', object: 'groups', attributes: [name] });
		passes(`world cloud-only groupMapping=on
do 08:05 command(job.saveMapping, ${saved})
do 08:12 assign(byoa, Renamed-Later)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [20 21 Renamed-Later]
?? 08:22 members(byoa, Renamed-Later) = ""`);
	});

	it('C-288, C-305, SC-08: a manager that could not be written is tried again as objects are', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 6 7)
do 08:15 ${faults({ kind: 'serverError', only: 'write', from: at(8, 20, 8) })}
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [6 7]
?? 08:30 job(byoa).result = "Succeeded"
=> 09:00 byoa inc: skip 1 [7]
do 09:05 ${faults()}
=> 09:40 byoa inc: none
?? 10:19 app(byoa, 7).manager = absent
=> 10:20 byoa inc: skip 1 [7]; ref 1 [7]
?? 10:21 app(byoa, 7).manager = 6
=> 11:00 byoa inc: none
=> 13:00 byoa inc: none`));

	it('C-288, SC-08: so is a member', () =>
		passes(`${group}
do 08:30 groupAdd(Renamed-Later, 7)
do 08:35 ${faults({ kind: 'serverError', only: 'write', from: at(9, 0, 4) })}
=> 09:00 byoa inc: create 1 [7]; skip 1 [Renamed-Later]
do 09:05 ${faults()}
=> 09:40 byoa inc: skip 1 [Renamed-Later]; ref 1 [Renamed-Later+7]
?? 09:41 members(byoa, Renamed-Later) = "7 20 21"
=> 10:20 byoa inc: none`));

	it('C-329, C-335, C-346: managers that cannot be written quarantine the job by their number, until they are', () =>
		passes(`world cloud-only size=500
do 08:05 command(world.set, {"thresholdScale":0.001})
do 08:12 assign(byoa, 0-24)
do 08:20 start(byoa)
do 08:30 assign(byoa, 25-94)
do 08:35 ${faults({ kind: 'serverError', only: 'write', from: at(9, 5, 25) })}
=> 09:00 byoa inc: create 68; skip 2
?? end job(byoa).quarantine = "EncounteredTotalEscrowThreshold"
do 10:00 ${faults()}
?? 15:10 job(byoa).quarantine = none
?? 15:10 app(byoa, 30).manager = 10`));
});

describe('matching, leaving and failing', () => {
	const byMail = `world cloud-only
do 08:06 saveMapping(byoa, email = [mail] match 1; userName = [userPrincipalName] match 0)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]
do 08:30 edit(entra, 7, mail, absent)`;

	it('C-099, C-178: without a matching value a linked person is not evaluated either, and keeps the account', () =>
		passes(`${byMail}
do 08:31 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "ImportSkipped"
?? 09:01 app(byoa, 7).active = true
do 09:05 edit(entra, 7, mail, "zoe.muller@contoso.com")
=> 09:40 byoa inc: disable 1 [7]`));

	it('C-397: nor does a run on demand get beyond the import', () =>
		passes(`${byMail}
do 08:31 onDemand(byoa, 7)
?? 08:31 demand.import = "failed: matching attribute empty"`));

	it('C-211, C-183: an account state that is mapped only during creation disables nobody', () =>
		passes(`world cloud-only
do 08:10 saveMapping(byoa, active only during creation)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "SimAccountStateNotMapped"`));

	it('C-116, C-178: an account that vanished is not made anew for somebody who leaves', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7-9)
do 08:20 start(byoa)
do 08:30 app.delete(byoa, 7)
do 08:30 app.delete(byoa, 8)
do 08:30 app.delete(byoa, 9)
do 08:31 unassign(byoa, 7)
do 08:31 block(8)
do 08:31 softDelete(9)
?? 10:30 app(byoa).accounts = 0
?? 10:30 job(byoa).result = "Succeeded"`));

	it('C-173, C-309: who failed and is deleted fails no more', () => {
		const world = createWorld({ apps: ['byoa'] });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7, 8, 9] });
		world.advance({ to: at(8, 20) });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ to: at(8, 30) });
		must(world, 'user.softDelete', { user: 7 });
		must(world, 'user.purge', { user: 7 });
		must(world, 'user.softDelete', { user: 8 });
		world.advance({ to: at(9, 5) });
		expect([...world.tables.escrows.all()].map(({ source }) => source)).toEqual([9]);
	});

	it('C-304, C-189: a disable that fails lets nobody go, so that a purge still deletes', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:25 app.toggle(byoa, refuseInactive=on)
do 08:30 unassign(byoa, 7 8)
=> 09:00 byoa inc: fail 2 [7 8 UnprocessableEntity]
do 09:05 softDelete(8)
do 09:06 purge(8)
do 09:07 app.toggle(byoa, refuseInactive=off)
=> 09:40 byoa inc: disable 1 [7]; delete 1 [8]
do 09:45 softDelete(7)
do 09:46 purge(7)
=> 10:20 byoa inc: none`));

	it('C-306, C-045: what comes due while the job is off is tried at the start, and counts from there', () =>
		passes(`world cloud-only
do 08:10 app.toggle(byoa, rejectCreatesMod10=9)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 12:00 start(byoa)
=> 12:00 byoa inc: fail 1 [7 InternalServerError]
=> 12:40 byoa inc: none
=> 13:20 byoa inc: fail 1 [7 InternalServerError]
=> 14:40 byoa inc: none
=> 16:00 byoa inc: fail 1 [7 InternalServerError]`));

	it('C-353, C-342: the four weeks count from the quarantine that stands, not from one that a start has lifted', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 setCredential(byoa, bad)
do 03-20 10:00 start(byoa)
?? 03-31 09:01 job(byoa).state = "Quarantine"
?? 04-17 09:59 job(byoa).state = "Quarantine"
?? 04-17 10:01 job(byoa).state = "Disabled"`));

	it('C-144, SC-09: who changes after the scope mode has changed is evaluated by the new mode', () =>
		passes(`world cloud-only
do 08:10 setScope(byoa, all)
do 08:11 saveFilter(byoa, department EQUALS "Sales")
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 setScope(byoa, assigned)
do 08:31 edit(entra, 8, jobTitle, "X")
=> 09:00 byoa inc: disable 1 [8]
?? 09:01 app(byoa).active = 5`));
});
