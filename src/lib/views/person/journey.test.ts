import { describe, expect, it } from 'vitest';
import { at, changed, must } from '../testing.fixture';
import { views } from '../index';

describe('the journey of a person', () => {
	it('goes through all systems in the order of time, with values and their origin', () => {
		const world = changed();
		const { systems, rows } = views.journey(world, { user: 7 })!;
		expect(systems.map(({ id }) => id)).toEqual(['entra', 'byoa']);
		expect(rows.map(({ seq }) => seq)).toEqual([...rows.map(({ seq }) => seq)].sort((a, b) => a - b));
		const created = rows.find(({ mark, system }) => mark === 'create' && system === 'byoa')!;
		expect(created.values.find(({ name }) => name === 'userName')).toMatchObject({
			before: null,
			origin: 'userPrincipalName'
		});
		const edited = rows.find(({ sentence }) => sentence.includes('department'))!;
		expect(edited.values).toEqual([
			{ name: 'department', before: expect.any(String), after: 'Harbour', origin: 'You' }
		]);
		const updated = rows.find(({ mark, system, rule }) => mark === 'update' && system === 'byoa' && rule === 'C-174')!;
		expect(updated.values).toEqual([expect.objectContaining({ after: 'Harbour', origin: 'department' })]);
	});

	it('shows what the application’s administrator did to the account', () => {
		const world = changed();
		const { id } = views.accounts(world, { app: 'byoa' }).rows[1]!;
		must(world, 'app.request', {
			app: 'byoa',
			method: 'PATCH',
			path: `/Users/${id}`,
			body: JSON.stringify({
				schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
				Operations: [{ op: 'replace', path: 'title', value: 'Harbour master' }]
			}),
			what: 'The administrator changed a title'
		});
		const last = views.journey(world, { user: 7 })!.rows.at(-1)!;
		expect(last.sentence).toMatch(/The administrator changed a title/);
		expect(last.values).toEqual([expect.objectContaining({ name: 'title', after: 'Harbour master' })]);
	});

	it('ends where the past that is shown ends', () => {
		const world = changed();
		const whole = views.journey(world, { user: 7 })!.rows.length;
		world.seek({ at: at('08:21') });
		const { rows } = views.journey(world, { user: 7 })!;
		expect(rows.length).toBeLessThan(whole);
		expect(rows.every((row) => row.at <= at('08:21'))).toBe(true);
	});
});
