import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { createWorld } from '../../world';
import { failureText, parseScripts, recordWorld, runBlock, runScript } from '../index';

const plain = scenarios
	.flatMap(({ id, blocks }) => blocks.slice(0, 1).map(({ script }) => [id, script] as const))
	.filter(([, script]) => !/size=\d+k|size=500/.test(script))
	// All of them pass; every third is enough for every day, and those with names and switches of their own.
	.filter(([id], at) => at % 3 === 0 || ['S-28', 'S-48', 'S-51', 'S-52', 'S-72'].includes(id));
const journalOf = (script: string) => {
	const { world } = runBlock(parseScripts(script)[0]!);
	return { world, journal: world.journal().filter(({ verb }) => verb !== 'app.add') };
};

describe('a session as a script', () => {
	it.each(plain)('%s: recorded from its commands, does the same again', { timeout: 30_000 }, (_, script) => {
		const { world, journal } = journalOf(script);
		const { text, untold } = recordWorld(world);
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		const again = journalOf(text).journal;
		if (untold.length === 0)
			expect(again.map(({ verb, args }) => [verb, args])).toEqual(journal.map(({ verb, args }) => [verb, args]));
	});

	it('has a line for every command, and says what of the company the language has no words for', () => {
		const world = createWorld({ apps: ['byoa'], size: 37 });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		must('assign', { app: 'byoa', kind: 'user', who: [7, 8] });
		world.advance({ to: world.clock + 90_500 });
		must('group.create', { name: 'Empty' });
		must('user.edit', { user: 7, attribute: 'jobTitle', value: 'The "best", (really)' });
		must('job.start', { app: 'byoa' });
		const { text, untold, rounded } = recordWorld(world);
		expect(text.split('\n')).toEqual([
			'world cloud-only',
			'do 08:00 assign(byoa, 7 8)',
			'do 08:02 command(group.create, {"name":"Empty"})',
			'do 08:02 command(user.edit, {"user":7,"attribute":"jobTitle","value":"The \\u0022best\\u0022, (really)"})',
			'do 08:02 start(byoa)'
		]);
		expect(untold.map(({ why }) => why)).toEqual(['a company of another size than 25, 500, 10k and 100k']);
		expect(rounded).toBe(3);
	});

	it('a session of commands without words does the same again', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['slack'] });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		must('connect.scheduler', { on: false });
		must('group.create', { name: 'Empty' });
		must('group.add', { group: world.tables.groups.next - 1, user: 2 });
		must('job.setGroupMapping', { app: 'slack', enabled: true });
		must('ad.unit.create', { dn: 'OU=New,OU=Contractors,DC=contoso,DC=com' });
		const { text, untold } = recordWorld(world);
		expect(untold).toEqual([]);
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		expect(journalOf(text).journal).toMatchObject(world.journal().map(({ verb, args }) => ({ verb, args })));
	});

	it('H-151, H-152: knows contingent workers as such, and a further record of somebody by its number', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		const date = '2026-03-02';
		must('hr.hire', { name: 'Otto Vance', workerId: '2000900', city: 'Austin', hireDate: date, type: 'C', fields: {} });
		must('hr.convert', { worker: 21, to: 'employee', workerId: '1000921', effective: date, fields: {} });
		must('hr.terminate', { worker: 13, lastDay: '2026-02-20' });
		must('hr.rehire', { worker: 13, workerId: '2000913', effective: date, type: 'C' });
		must('hr.change', { worker: 26, fields: { BusinessTitle: 'Pilot' }, manager: 27 });
		world.advance({ to: world.clock + 90 * 60_000 });
		const { text, untold } = recordWorld(world);
		expect(untold).toEqual([]);
		expect(text).toContain('hr.change(1000921, BusinessTitle="Pilot", manager=2000913)');
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		expect(journalOf(text).journal).toMatchObject(world.journal().map(({ verb, args }) => ({ verb, args })));
	});

	it('names whom a command brings that the language has no words for', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['api-entra'] });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		const someHours = () => world.advance({ to: world.clock + 3 * 3_600_000 });
		const hire = { city: 'Austin', hireDate: '2026-03-02', fields: {} };
		must('hr.hire', { name: 'Otto "Bo" Vance', workerId: '1000977', ...hire });
		must('hr.hire', { name: 'Ada Vance', workerId: 'A, (9)', ...hire });
		must('job.setNotificationMail', { app: 'api-entra', address: 'a@contoso.com' });
		must('job.start', { app: 'api-entra' });
		const record = { externalId: '77', displayName: 'New One', userPrincipalName: 'n@contoso.com', mailNickname: 'n1' };
		must('api.post', { app: 'api-entra', records: [{ ...record, active: true }] });
		must('user.create', { attributes: { displayName: 'Al "Z" Orr', userPrincipalName: 'al@contoso.com' } });
		const made = world.tables.users.next - 1;
		must('group.create', { name: 'Empty' });
		must('group.rename', { group: world.tables.groups.next - 1, name: 'Full' });
		must('group.add', { group: world.tables.groups.next - 1, user: made });
		someHours();
		must('hr.change', { worker: world.tables.workersById.first('1000977'), fields: { BusinessTitle: 'Pilot' } });
		must('hr.terminate', { worker: world.tables.workersById.first('a, (9)'), lastDay: '2026-03-02' });
		const uploaded = [...world.tables.users.all()].find(({ attrs }) => attrs.employeeId === '77')!;
		must('user.edit', { user: uploaded.slot, attribute: 'jobTitle', value: 'Guide' });
		someHours();
		const { text } = recordWorld(world);
		expect(text).toMatch(/command\(hr\.hire, .*, N1="1000977"\)/);
		for (const line of ['hr.hire(N2, name="Ada Vance", city="Austin", WorkerID="A, (9)"', 'hr.terminate(N2, '])
			expect(text).toContain(line);
		for (const line of [
			'hr.change(N1, ',
			'edit(entra, N3, ',
			'api-entra initial: create 1 [N3]',
			'groupAdd(Empty, N4)'
		])
			expect(text).toContain(line);
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		expect(journalOf(text).journal).toMatchObject(world.journal().map(({ verb, args }) => ({ verb, args })));
	});

	it('counts in a result whom scripts have no name for', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['slack'] });
		const must = (verb: string, args: object) => expect(world.do({ verb, args } as never)).toMatchObject({ ok: true });
		const attributes = { cn: 'Otto', givenName: 'Otto', sn: 'Vance', displayName: 'Otto', mail: 'otto@contoso.com' };
		const place = 'OU=Contractors,DC=contoso,DC=com';
		const named = { userPrincipalName: 'otto@contoso.com', sAMAccountName: 'otto', parentDistinguishedName: place };
		must('ad.create', { attributes: { ...attributes, ...named } });
		world.advance({ to: world.clock + 3 * 3_600_000 });
		must('assign', { app: 'slack', kind: 'user', who: [world.tables.users.next - 1] });
		must('job.start', { app: 'slack' });
		world.advance({ to: world.clock + 3 * 3_600_000 });
		const { text } = recordWorld(world);
		expect(text.split('\n').at(-1)).toMatch(/ slack inc: create 1$/);
		expect(runScript(text).failures.map(failureText)).toEqual([]);
	});

	it('a command that does not exist, or is given what is no JSON, is told with its line', () => {
		const told = (line: string) => runScript(`world cloud-only\n${line}`).failures.map(failureText)[0];
		expect(told('do 08:00 command(fly, {})')).toMatch(/there is no command fly/);
		expect(told('do 08:00 command(assign, {app})')).toMatch(/cannot be read/);
		expect(runScript('world cloud-only\ndo 08:00 command(assign, {})\n?? 08:00 lastAction = done').passed).toBe(false);
	});
});
