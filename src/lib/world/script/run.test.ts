import { describe, expect, it } from 'vitest';
import { failureText, runScript } from './index';

const begin = 'world cloud-only\ndo 08:12 assign(slack, 2 22 23)\ndo 08:20 start(slack)';
const failures = (text: string) => runScript(`${begin}\n${text}`).failures.map(failureText);

describe('running a script', () => {
	it('passes what happens, whatever the order of operations, objects and lines', () => {
		const text =
			'=> 09:00 slack inc: none\n=> 08:20 slack initial: create 3 [23 2 22]\n?? 08:22 app(slack).accounts = 3';
		expect(failures(text)).toEqual([]);
	});

	it('tells what was decided instead of the operation that is missing', () => {
		expect(failures('do 08:45 edit(entra, 23, jobTitle, "Chief")\n=> 09:00 slack inc: disable 1 [23]')).toEqual([
			'09:00 slack inc: expected no update, saw update 1 [23], because 23 was decided update by C-174',
			'09:00 slack inc: expected disable 1 [23], saw none, because 23 was decided update by C-174'
		]);
	});

	it('tells why an object was not looked at', () => {
		expect(failures('=> 09:00 slack inc: disable 1 [23]')).toEqual([
			'09:00 slack inc: expected disable 1 [23], saw none, because 23 was not looked at: nothing about it changed since ' +
				'the cycle before; its newest row is of 08:20: it was decided create by C-162'
		]);
	});

	it('tells that an object is not assigned, and what there is no word for', () => {
		const text = 'world cloud-only\ndo 08:20 start(slack)\n=> 08:20 slack initial: create 1 [9]\ndo 08:30 hop(slack)';
		const told = runScript(text).failures.map(failureText);
		expect(told).toContain(
			'08:20 slack initial: expected create 1 [9], saw none, because 9 was not looked at: it is not assigned (C-068)'
		);
		expect(told.at(-1)).toMatch(/because there is no action hop$/);
	});

	it('tells when a failed object is due again', () => {
		const text = 'world cloud-only\ndo 08:12 assign(slack, 15)\ndo 08:20 start(slack)\n=> 09:40 slack inc: fail 1 [15]';
		expect(runScript(text).failures.map(failureText)).toEqual([
			'09:40 slack inc: expected fail 1 [15], saw none, because 15 failed before and is due again at 10:20 (C-306)'
		]);
	});

	it('tells which clause an object failed', () => {
		const text = 'do 08:30 saveFilter(slack, department EQUALS "it")\n=> 08:30 slack initial: skip 3 [2 22 23]';
		expect(failures(text)[0]).toMatch(/2 was decided disable \(department EQUALS it: false\) by C-179/);
	});

	it('tells when cycles began, if there was none', () => {
		expect(failures('=> 09:10 slack inc: none')).toEqual([
			'09:10 slack inc: expected none, saw no such cycle, because cycles began at 08:20, 09:00; the next is planned for 09:40'
		]);
	});

	it('tells what an expression was, and that an action was refused', () => {
		expect(failures('do 08:30 allowDeletes(slack)\n?? 08:31 app(slack).active = 2')).toEqual([
			'08:31 app(slack).active: expected 2, saw 3, because allowDeletes of 08:30 was refused: No removals are held back.'
		]);
	});

	it('compares codes by equality and reasons by the text in them, without regard to case', () => {
		const failed = (code: string) =>
			runScript(
				`world cloud-only\ndo 08:12 assign(slack, 15)\ndo 08:20 start(slack)\n=> 08:20 slack initial: fail 1 [15 ${code}]`
			).passed;
		expect([failed('MandatoryFieldsMissing'), failed('IS REQUIRED'), failed('EntryConflict')]).toEqual([
			true,
			true,
			false
		]);
	});

	it('SC-01: an action of an instant comes before the cycles of the instant, even below a check', () => {
		const text =
			'?? 09:00 app(slack, 2).active = true\ndo 09:00 setCredential(slack, bad)\n=> 09:00 slack probe: fail [Unauthorized]';
		expect(failures(text)).toEqual([]);
	});

	it('SC-01: a line means its minute, also where it is the last and its cycle begins some seconds later', () => {
		const text = `do 08:40 setThreshold(slack, 1)
do 08:45 unassign(slack, 2 22)
do 08:46 assign(slack, 7)
=> 09:00 slack inc: create 1 [7]; staged 2 [2 22]
=> 15:00 slack inc: staged 2 [2 22]`;
		expect(failures(text)).toEqual([]);
	});

	it('says what is missing in the sandbox instead of failing as a whole', () => {
		expect(failures('do 08:30 assign(slack, Nobody)\n?? 08:31 app(nowhere).active = 1\n?? 08:32 mails = 0')).toEqual([
			'08:30 assign: expected the action, saw nothing, because there is no Nobody',
			'08:31 app(nowhere).active: expected 1, saw nothing, because there is no application nowhere'
		]);
	});

	it('reports a text that is no script with its place', () => {
		const run = runScript('world cloud-only\ndo 08:20 begin(slack)');
		expect(run.failures.map(failureText)).toEqual([
			'08:20 begin: expected the action, saw nothing, because there is no action begin'
		]);
		expect(runScript('hello').failures).toMatchObject([{ line: 1, column: 1 }]);
	});

	it('refuses an Active Directory that the company of the world line cannot have (O-29)', () => {
		const told = (world: string) => runScript(`world ${world}\ndo 08:20 start(byoa)`).failures.map(failureText);
		expect(told('cloud-only ad=filled')).toEqual([
			expect.stringMatching(/^line 1, column 18: .* ad is empty with cloud-only, not filled$/)
		]);
		expect(told('hybrid ad=empty')).toEqual([
			expect.stringMatching(/^line 1, column 14: .* ad is filled with hybrid, not empty$/)
		]);
		expect([...told('cloud-only ad=empty'), ...told('hybrid ad=filled')]).toEqual([]);
	});

	it('runs every block in a sandbox of its own', () => {
		const run = runScript(`${begin}\n\nRun b:\nworld cloud-only\n?? 08:30 mails = 0`);
		expect(run.blocks).toHaveLength(2);
		expect(run.passed).toBe(true);
		expect(run.facts.length).toBe(run.blocks[0]!.facts.length + run.blocks[1]!.facts.length);
	});

	it('C-404: a run on demand does not disable who is blocked in the source', () => {
		const text =
			'do 08:30 stop(slack)\ndo 08:31 block(23)\ndo 08:32 onDemand(slack, 23)\n=> 08:32 slack demand: skip 1 [23]';
		expect(failures(`${text}\n?? 08:32 demand.scope = "blocked"\n?? 08:32 app(slack, 23).active = true`)).toEqual([]);
	});

	it('calls somebody who comes from HR later by the index, wherever the directories put the person', () => {
		const text = [
			'world HR-greenfield',
			'?? 08:00 ad.users = 4',
			'?? 08:00 entra(10) = absent',
			'do 08:01 start(wd-ad)',
			'=> 08:10 connect delta: create 14 [1 3-6 10 13 15-19 21 24]',
			'?? 08:15 ad(10).employeeID = 1000010',
			'?? 08:15 entra(10).employeeId = 1000010',
			'?? 08:15 entra.users = 18'
		];
		expect(runScript(text.join('\n')).failures.map(failureText)).toEqual([]);
	});

	it('gives the same facts each time', () => {
		const last = () => runScript(begin).blocks[0]!.world.fingerprint();
		expect(last()).toBe(last());
	});
});
