import { describe, expect, it } from 'vitest';
import { nextDay } from '#lib/hr/dates';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, connectRun, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const company = hrCompany;
const run = (world: World, time: string, minutes = 2) => {
	world.advance({ to: at(time) + minutes * 60_000 });
	return jobRun(world, 'wd-ad', time);
};
const saveMapping = (world: World, time: string, target: string, expression: string) =>
	act(world, time, 'job.saveMapping', { app: 'wd-ad', attributes: withExpression(world, 'wd-ad', target, expression) });
const saveFilter = (world: World, time: string, attribute: string, operator: string, value?: string) =>
	act(world, time, 'job.saveFilter', {
		app: 'wd-ad',
		filter: { groups: [{ clauses: [{ attribute, operator, ...(value !== undefined && { value }) }] }] }
	});

describe('Workday to Active Directory', () => {
	it('H-050, H-069: the first cycle links everybody and writes nothing where both sides agree', () => {
		expect(run(company(), '08:00')).toEqual(['skip (24)']);
	});

	it('S-52: a hire goes through HR, service, agent, Active Directory and Connect', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', lena);
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		expect(accountOf(world, '1000900')!.attrs).toMatchObject({
			distinguishedName: 'CN=Lena Fischer,OU=Seattle,OU=Users,DC=contoso,DC=com',
			userPrincipalName: 'Lena.Fischer@contoso.com',
			manager: 3,
			enabled: true
		});
		expect(connectRun(world, '08:40')).toEqual([]);
		expect(connectRun(world, '09:10')).toHaveLength(1);
		expect(world.tables.usersByUpn.get('lena.fischer@contoso.com')).toHaveLength(1);
	});

	it('S-53, H-082 to H-088: a pre-hire is enabled early; with a date in the mapping, on the hire day only', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		expect(run(world, '08:40')).toEqual(['create 24', 'ref 24']);
		expect(accountOf(world, '1000024')!.attrs).toMatchObject({
			enabled: true,
			userPrincipalName: 'Nadia.Rossi@contoso.com'
		});
		saveMapping(
			world,
			'09:20',
			'accountDisabled',
			'Switch([Active], , "1", IIF(DateDiff("d", Now(), CDate([StatusHireDate])) > 5, "True", "False"), "0", "True")'
		);
		expect(run(world, '09:20')).toEqual(['skip (24)', 'disable 24']);
		world.advance({ to: at('03-11 12:00') });
		expect(accountOf(world, '1000024')!.attrs.enabled).toBe(false);
		expect(run(world, '03-16 06:40')).toEqual([]);
		expect(run(world, '03-16 07:20')).toEqual(['enable 24']);
	});

	it('H-088: looked at every day, a pre-hire is enabled when the date of the expression comes', () => {
		const world = company();
		act(world, '08:06', 'world.set', { dailyDates: true });
		act(world, '08:07', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		const near =
			'Switch([Active], , "1", IIF(DateDiff("d", Now(), CDate([StatusHireDate])) > 5, "True", "False"), "0", "True")';
		saveMapping(world, '09:20', 'accountDisabled', near);
		world.advance({ to: at('03-10 23:00') });
		expect(accountOf(world, '1000024')!.attrs.enabled).toBe(false);
		world.advance({ to: at('03-11 12:00') });
		expect(accountOf(world, '1000024')!.attrs.enabled).toBe(true);
	});

	it('S-55, H-123: a leaver is disabled from midnight in Pacific Time after the last day', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		expect(run(world, '09:20')).toEqual(['skip 19']);
		expect(run(world, '03-05 07:20')).toEqual([]);
		expect(run(world, '03-05 08:00')).toEqual(['disable 19']);
		expect(connectRun(world, '03-05 08:10')).toEqual(['update 19']);
		expect(world.tables.users.get(19)!.attrs.accountEnabled).toBe(false);
	});

	it('S-56, H-125 to H-128: with lookahead and its expression, already on the last day', () => {
		const world = company();
		act(world, '08:45', 'job.stop', { app: 'wd-ad' });
		act(world, '08:46', 'job.setSecret', { app: 'wd-ad', key: 'TerminationLookahead', value: 'on' });
		saveMapping(
			world,
			'08:47',
			'accountDisabled',
			'Switch([Active], , "1", IIF(DateDiff("d", Now(), DateAdd("h", -9, CDate(Switch([StatusTerminationLastDayOfWork], [StatusTerminationLastDayOfWork], "", "9999-12-31")))) <= 0, "True", "False"), "0", "True")'
		);
		act(world, '09:00', 'hr.terminate', { worker: 10, lastDay: '2026-03-04' });
		act(world, '09:20', 'job.start', { app: 'wd-ad' });
		expect(run(world, '09:20')).toEqual(['skip (24)']);
		expect(run(world, '03-04 07:20')).toEqual([]);
		expect(run(world, '03-04 08:00')).toEqual(['disable 10']);
	});

	it('S-56, H-129: without lookahead nothing is seen of the last day', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 10, lastDay: '2026-03-04' });
		expect(run(world, '03-04 08:00')).toEqual([]);
		expect(run(world, '03-05 08:00')).toEqual(['disable 10']);
	});

	it('S-57, H-150: a rehire with the same id enables the account again', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		act(world, '03-09 09:05', 'hr.rehire', { worker: 19, effective: '2026-03-09' });
		expect(run(world, '03-09 09:20')).toEqual(['enable 19']);
	});

	it('S-57, H-151, H-210: one with a new id gets an account and a name of its own', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		const again = { name: 'Daniel Cohen', org: 'Finance', city: 'London', manager: 1, workerId: '1000919' };
		act(world, '03-09 09:05', 'hr.hire', { ...again, hireDate: '2026-03-09' });
		expect(run(world, '03-09 09:20')).toEqual(['create 25', 'ref 25']);
		expect(accountOf(world, '1000919')!.attrs.userPrincipalName).toBe('D.Cohen@contoso.com');
		expect(accountOf(world, '1000019')!.attrs.enabled).toBe(false);
	});

	const conversion = { worker: 21, to: 'employee', fields: { BusinessTitle: 'Senior Content Designer' } };
	const title = (world: World) => accountOf(world, '2000021')!.attrs.title;
	const wid = (world: World) => world.sim.host.link(0, 'user', 21)!.sourceId;

	it('S-58, H-153, H-154: a conversion with the same id moves the link to the new profile', () => {
		const world = company();
		world.advance({ to: at('08:30') });
		const before = wid(world);
		act(world, '09:00', 'hr.convert', { ...conversion, effective: '2026-03-01' });
		expect(run(world, '09:20')).toEqual(['update 21']);
		expect(wid(world)).not.toBe(before);
		expect([...world.tables.adUsers.all()]).toHaveLength(24);
	});

	it('S-58, H-155: one that lies ahead is written at once, which is too early', () => {
		const world = company();
		act(world, '09:00', 'hr.convert', { ...conversion, effective: '2026-03-20' });
		expect(run(world, '09:20')).toEqual(['update 21']);
		expect(title(world)).toBe('Senior Content Designer');
	});

	it('S-58, H-156: a provisioning group holds it back until its day', () => {
		const world = company();
		saveFilter(world, '08:40', 'ProvisioningGroup', 'IS NULL');
		expect(run(world, '08:40')).toEqual(['skip (24)']);
		const fields = { ...conversion.fields, ProvisioningGroup: 'FutureConversions' };
		act(world, '09:00', 'hr.convert', { ...conversion, fields, effective: '2026-03-20' });
		expect(run(world, '09:20')).toEqual(['skip 21']);
		expect(title(world)).toBe('Content Designer');
		expect(run(world, '03-20 07:20')).toEqual(['update 21']);
		expect(title(world)).toBe('Senior Content Designer');
	});

	it('H-152: a conversion with another id gives a new account and ends the old one', () => {
		const world = company();
		const elsewhere = { ...conversion.fields, Municipality: 'London' };
		const other = { ...conversion, fields: elsewhere, workerId: '1000921', effective: '2026-03-10' };
		act(world, '09:00', 'hr.convert', other);
		expect(run(world, '09:20')).toEqual(['skip 21', 'create 25', 'ref 25']);
		expect(run(world, '03-10 07:20')).toEqual(['disable 21', 'skip 25']);
	});

	it('H-152, H-465: who has left and comes back converted under another id stays disabled until then', () => {
		const world = company();
		act(world, '08:45', 'hr.terminate', { worker: 21, lastDay: '2026-02-10' });
		expect(run(world, '09:20')).toEqual(['disable 21']);
		const elsewhere = { ...conversion.fields, Municipality: 'London' };
		act(world, '09:30', 'hr.convert', {
			...conversion,
			fields: elsewhere,
			workerId: '1000921',
			effective: '2026-03-10'
		});
		expect(run(world, '10:00')).toEqual(['skip 21', 'create 25', 'ref 25']);
	});

	it('S-05, H-138: who falls out of the filter is disabled', () => {
		const world = company();
		saveFilter(world, '08:50', 'WorkerID', 'REGEX MATCH', '(1[0-9][0-9][0-9][0-9][0-9][0-9])');
		expect(run(world, '08:50')).toEqual(['skip (22)', 'disable 14 21']);
		expect(connectRun(world, '09:10')).toEqual(['update 14', 'update 21']);
	});

	it('S-05, H-139, H-141: with the flag nobody is, not even by a termination', () => {
		const world = company();
		act(world, '08:45', 'job.setSecret', { app: 'wd-ad', key: 'SkipOutOfScopeDeletions', value: 'True' });
		saveFilter(world, '08:50', 'WorkerID', 'REGEX MATCH', '(1[0-9][0-9][0-9][0-9][0-9][0-9])');
		expect(run(world, '08:50')).toEqual(['skip (24)']);
		act(world, '09:45', 'hr.change', { worker: 14, fields: { Active: '0' } });
		expect(run(world, '10:10')).toEqual(['skip 14']);
		expect(accountOf(world, '2000014')!.attrs.enabled).toBe(true);
	});

	it('H-141: who is in scope is disabled by mapping even with the flag', () => {
		const world = company();
		act(world, '08:10', 'job.setSecret', { app: 'wd-ad', key: 'SkipOutOfScopeDeletions', value: 'True' });
		act(world, '08:20', 'hr.change', { worker: 14, fields: { Active: '0' } });
		expect(run(world, '08:40')).toEqual(['disable 14']);
	});

	it('H-100 to H-102: a mover’s attributes and unit follow, the names of the account do not', () => {
		const world = company();
		const fields = { LastName: 'Ashworth', Municipality: 'London', BusinessTitle: 'Account Manager' };
		act(world, '09:00', 'hr.change', { worker: 5, fields, manager: 4 });
		expect(run(world, '09:20')).toEqual(['update 5', 'ref 5']);
		expect(accountOf(world, '1000005')!.attrs).toMatchObject({
			sn: 'Ashworth',
			displayName: 'John Ashworth',
			cn: 'John Smith',
			userPrincipalName: 'john_smith@contoso.com',
			distinguishedName: 'CN=John Smith,OU=London,OU=Users,DC=contoso,DC=com',
			manager: 4
		});
	});

	it('H-101: the name that is shown follows the last name, unless somebody chose another one', () => {
		const world = company();
		const name = (slot: number) => world.tables.workers.get(slot)!.fields.PreferredNameData;
		act(world, '09:00', 'hr.change', { worker: 5, fields: { PreferredNameData: 'Jack the Boatman' } });
		act(world, '09:01', 'hr.change', { worker: 5, fields: { LastName: 'Ashworth' } });
		act(world, '09:02', 'hr.change', { worker: 6, fields: { LastName: 'Ashworth', PreferredNameData: 'J. A.' } });
		act(world, '09:03', 'hr.change', { worker: 7, fields: { LastName: 'Ashworth' }, effective: '2026-03-10' });
		expect([name(5), name(6), name(7)]).toEqual(['Jack the Boatman', 'J. A.', 'Zoë Müller']);
		world.advance({ to: at('03-10 08:00') });
		expect(name(7)).toBe('Zoë Ashworth');
	});

	it('H-101: who had one name alone is shown with both, and again with one', () => {
		const world = company();
		const shown = ['Rahman', null, 'Dewi'].map((LastName) => {
			act(world, '09:00', 'hr.change', { worker: 14, fields: { LastName } });
			return world.tables.workers.get(14)!.fields.PreferredNameData;
		});
		expect(shown).toEqual(['Wulandari Rahman', 'Wulandari', 'Wulandari Dewi']);
	});

	it('H-055: what HR does not log flows with the next full cycle only', () => {
		const world = company();
		act(world, '08:45', 'hr.change', { worker: 5, fields: { LocalReference: 'fr-FR' } });
		expect(run(world, '09:20')).toEqual([]);
		act(world, '09:30', 'job.restart', { app: 'wd-ad' });
		expect(run(world, '09:30')).toContain('update 5');
	});

	it('H-105: a move that lies ahead is applied on its day', () => {
		const world = company();
		act(world, '08:45', 'hr.change', { worker: 5, fields: { BusinessTitle: 'Chief' }, effective: '2026-03-10' });
		expect(run(world, '09:20')).toEqual(['skip 5']);
		expect(run(world, '03-10 07:20')).toEqual(['update 5']);
	});

	it('H-106: an empty text is refused by Active Directory, an absent value is left out', () => {
		const world = company();
		act(world, '08:45', 'hr.change', { worker: 5, fields: { BusinessTitle: '' } });
		act(world, '08:46', 'hr.change', { worker: 7, fields: { BusinessTitle: null } });
		expect(run(world, '09:20')).toEqual(['fail SystemForCrossDomainIdentityManagementBadResponse 5', 'skip 7']);
	});

	it('M-030 to M-034: an empty value clears the account’s where both switches are on', () => {
		const world = company();
		const attributes = withExpression(world, 'wd-ad', '', '').map((one) =>
			one.target === 'title' || one.target === 'mobile' ? { ...one, flowNullValues: true } : one
		);
		act(world, '08:10', 'job.saveMapping', { app: 'wd-ad', attributes });
		act(world, '08:15', 'job.setNullFlow', { app: 'wd-ad', sources: ['BusinessTitle'] });
		act(world, '08:20', 'hr.change', { worker: 5, fields: { BusinessTitle: '', Mobile: null } });
		act(world, '08:21', 'hr.change', { worker: 7, fields: { BusinessTitle: null } });
		expect(run(world, '08:55')).toEqual(['update 5 7']);
		expect(accountOf(world, '1000005')!.attrs.title).toBeNull();
		expect(accountOf(world, '1000005')!.attrs.mobile).not.toBeNull();
		expect(accountOf(world, '1000007')!.attrs.title).toBeNull();
	});

	it('H-087, H-213, H-261, H-354: refuses mappings and filters that could not work', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		const saving = (app: string, target: string, expression: string) => {
			const others = withExpression(world, app, '', '').filter((one) => one.target !== target);
			const attributes = [...others, { target, source: { type: 'Expression', expression } }];
			const done = world.do({ verb: 'job.saveMapping', args: { app, attributes } } as never);
			return done.ok ? 'saved' : done.message;
		};
		expect(saving('wd-wb', 'UserID', 'SelectUniqueValue("a", "b")')).toContain('Active Directory only');
		expect(saving('wd-wb', 'JobTitle', '[jobTitle]')).toContain('no attribute of the target');
		expect(saving('wd-ad', 'manager', 'Switch([ManagerReference], "a", "b", "c")')).toContain('Switch');
		expect(saving('wd-ad', 'title', '[BusinessTitle')).not.toBe('saved');
		expect(saving('wd-ad', 'title', '[BusinessTitle]')).toBe('saved');
		const clauses = [{ attribute: 'StatusHireDate', operator: 'IS NOT NULL' }];
		const filter = { groups: [{ clauses }] };
		expect(world.do({ verb: 'job.saveFilter', args: { app: 'wd-ad', filter } })).toMatchObject({ ok: false });
	});

	it('H-086: an expression leaves a hire out until it is near', () => {
		const world = company();
		saveMapping(
			world,
			'08:10',
			'accountDisabled',
			'IIF(DateDiff("d", Now(), CDate([StatusHireDate])) <= 14, "False", IgnoreObjectFlow)'
		);
		act(world, '08:20', 'hr.hire', { ...lena, hireDate: '2026-04-20' });
		expect(run(world, '08:50')).toEqual(['skip 25']);
		expect(accountOf(world, '1000900')).toBeNull();
	});

	it('H-163, H-165: rescinding a termination enables again, rescinding a hire changes nothing', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-02-27' });
		expect(run(world, '09:20')).toEqual(['disable 19']);
		act(world, '09:30', 'hr.rescind', { worker: 19 });
		expect(run(world, '10:00')).toEqual(['enable 19']);
		act(world, '10:10', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		expect(run(world, '10:40')).toEqual(['create 24', 'ref 24']);
		act(world, '10:50', 'hr.rescind', { worker: 24 });
		expect(run(world, '11:20')).toEqual(['skip 24']);
	});

	it('H-325: a value that somebody changed in Active Directory stays until the worker is looked at again', () => {
		const world = company();
		act(world, '08:45', 'ad.edit', { account: 5, attribute: 'title', value: 'Changed by hand' });
		expect(run(world, '09:20')).toEqual([]);
		act(world, '09:30', 'hr.change', { worker: 5, fields: { Municipality: 'Austin' } });
		expect(run(world, '10:00')).toEqual(['update 5']);
		expect(accountOf(world, '1000005')!.attrs.title).toBe('Account Executive');
	});

	it('H-257: a manager out of scope stays unresolved and hurts nobody', () => {
		const world = company();
		saveFilter(world, '08:10', 'WorkerID', 'NOT EQUALS', '1000901');
		act(world, '08:20', 'hr.hire', { ...lena, name: 'Max Adler', workerId: '1000901' });
		act(world, '08:21', 'hr.hire', { ...lena, manager: 25 });
		expect(run(world, '08:50')).toEqual(['skip 25', 'create 26']);
		expect(accountOf(world, '1000900')!.attrs.manager).toBeNull();
		expect(world.facts().filter(({ kind }) => kind === 'reference.unresolved')).toHaveLength(1);
	});

	it('H-214, H-215: the shipped user name fails for accents', () => {
		const world = company();
		act(world, '08:20', 'hr.hire', { ...lena, name: 'José García' });
		expect(run(world, '08:40')).toEqual(['fail AttributeValidationFailed 25']);
	});

	it('H-205: the second of the same name in one unit fails', () => {
		const world = company();
		act(world, '08:20', 'hr.hire', { ...lena, name: 'John Smith' });
		expect(run(world, '08:40')).toEqual(['fail EntryAlreadyExists 25']);
	});

	it('H-207: a unit that does not exist fails the move', () => {
		const world = company();
		const shipped = withExpression(world, 'wd-ad', '', '').find(({ target }) => target === 'parentDistinguishedName')!;
		const { expression } = shipped.source as { expression: string };
		const nowhere = expression.replace(/\)$/, ', "Nowhere", "OU=Nowhere,DC=contoso,DC=com")');
		saveMapping(world, '08:10', 'parentDistinguishedName', nowhere);
		act(world, '08:20', 'hr.hire', { ...lena, city: 'Nowhere' });
		expect(run(world, '08:50')).toEqual(['fail SystemForCrossDomainIdentityManagementBadResponse 25']);
	});

	it('refuses impossible dates, ids in use and managers in a circle at the form', () => {
		const world = company();
		const said = (verb: string, args: object) => world.do({ verb, args } as never);
		expect(said('hr.terminate', { worker: 5, lastDay: '2026-02-30' })).toMatchObject({ ok: false });
		expect(said('hr.terminate', { worker: 5, lastDay: '2001-02-03' })).toMatchObject({ ok: false });
		expect(said('hr.hire', { ...lena, workerId: '1000003' })).toMatchObject({ ok: false });
		expect(said('hr.change', { worker: 0, manager: 7 })).toMatchObject({ ok: false });
		expect(said('hr.rehire', { worker: 5, effective: '2026-04-01' })).toMatchObject({ ok: false });
		expect(said('hr.hire', { ...lena, workerId: ' 1000003 ' })).toMatchObject({
			message: expect.stringContaining('in use')
		});
		expect(said('hr.hire', { ...lena, name: '  ' })).toMatchObject({ message: 'name: A worker needs a name.' });
		expect(said('hr.change', { worker: 5, fields: {} })).toMatchObject({ message: 'Nothing was changed.' });
		expect(said('hr.change', { worker: 5, fields: { WorkerID: '1000003' } })).toMatchObject({ ok: false });
		expect(said('hr.convert', { worker: 5, to: 'contingent', effective: '2001-01-01' })).toMatchObject({ ok: false });
	});

	it('says from which day somebody can be converted, rehired or terminated who was hired or leaves on the day', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		const said = (verb: string, args: object) => {
			const done = world.do({ verb, args } as never);
			return done.ok ? 'done' : done.message;
		};
		const { hireDate } = world.tables.workers.get(5)!;
		expect(said('hr.convert', { worker: 5, to: 'contingent', effective: hireDate })).toBe(
			`Hired on ${hireDate}: a conversion takes effect on ${nextDay(hireDate)} or later.`
		);
		expect(said('hr.terminate', { worker: 5, lastDay: '2001-01-01' })).toBe(
			`Hired on ${hireDate}: the last day is that day or later.`
		);
		expect(said('hr.terminate', { worker: 5, lastDay: '2026-03-02' })).toBe('done');
		expect(said('hr.rehire', { worker: 5, effective: '2026-03-02' })).toBe(
			'The last day is 2026-03-02: a rehire begins on 2026-03-03 or later.'
		);
	});
});
