import { describe, expect, it } from 'vitest';
import type { Saved } from '../mapping/mapping-draft';
import { commandsOf, countOf, isChanges, missingIn, noChanges } from './changes';

const saved = {
	enabled: true,
	create: true,
	update: true,
	delete: true,
	rows: [{ mapping: { target: 'title', source: { type: 'Direct', attribute: 'jobTitle' } } }]
} as unknown as Saved;

describe('what is to be different', () => {
	it('is made by one command each, a restart last', () => {
		const filters = [{ name: 'IT', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'IT' }] }];
		const commands = commandsOf(
			'byoa',
			{
				scope: 'all',
				threshold: 'off',
				actions: { create: true, update: true, delete: false },
				groups: 'on',
				groupActions: { create: true, update: false, delete: false },
				filters,
				expression: { target: 'title', text: 'ToUpper([jobTitle])' },
				credential: 'bad',
				restart: true
			},
			saved
		);
		expect(commands.map(({ verb }) => verb)).toEqual([
			'job.setScope',
			'job.setThreshold',
			'job.setCredential',
			'job.saveFilter',
			'job.setActions',
			'job.setGroupMapping',
			'job.setActions',
			'job.saveMapping',
			'job.restart'
		]);
		expect(commands[1]!.args).toEqual({ app: 'byoa', threshold: null });
		expect(commands[5]!.args).toEqual({ app: 'byoa', enabled: true });
		expect(commands[6]!.args).toMatchObject({ object: 'groups', update: false });
		expect(commands[7]!.args.attributes).toEqual([
			{ target: 'title', source: { type: 'Expression', expression: 'ToUpper([jobTitle])' } }
		]);
	});

	it('is nothing at first', () => {
		expect(commandsOf('byoa', noChanges, saved)).toEqual([]);
		expect([countOf(noChanges), countOf({ ...noChanges, threshold: 0, restart: true })]).toEqual([0, 2]);
	});

	it('says what is missing', () => {
		expect(missingIn(noChanges)).toBeNull();
		expect(missingIn({ ...noChanges, expression: { target: 'title', text: ' ' } })).toBe('Write an expression.');
		expect(missingIn({ ...noChanges, threshold: -1 })).toContain('whole number');
	});

	it('reads back only what it wrote', () => {
		expect(isChanges(JSON.parse(JSON.stringify({ ...noChanges, threshold: 5 })))).toBe(true);
		for (const other of [null, 3, {}, { ...noChanges, filters: 'x' }]) expect(isChanges(other)).toBe(false);
	});
});
