import { describe, expect, it } from 'vitest';
import { changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('why not', () => {
	it('C-068, C-087: names what is missing, and nothing more once it is there', () => {
		const world = running();
		const missing = (user: number) =>
			views
				.whyNot(world, { slot: user, app: 'byoa' })!
				.conditions.filter(({ holds }) => !holds)
				.map(({ what }) => what);
		expect(missing(5)).toEqual(['assigned']);
		expect(missing(24)).toEqual(['active']);
		expect(missing(7)).toEqual([]);
		expect(views.whyNot(world, { slot: 7, app: 'byoa' })!.headline).toMatch(/ is provisioned to Quillpad/);
	});

	it('C-066: tells an assignment that the service cannot see yet from none', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		expect(views.whyNot(world, { slot: 5, app: 'byoa' })!.headline).toMatch(
			/^The service sees the assignment of .* at 08:24/
		);
	});

	it('C-081: shows each clause of the filter with the value that was found', () => {
		const world = running();
		const clauses = [
			{ attribute: 'department', operator: 'EQUALS', value: 'Nowhere' },
			{ attribute: 'country', operator: 'IS NOT NULL' }
		];
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'Few', clauses }] } });
		const filter = views.whyNot(world, { slot: 7, app: 'byoa' })!.conditions.filter(({ what }) => what === 'filter');
		expect(filter.map(({ holds, wanted }) => [holds, wanted])).toEqual([
			[false, 'department EQUALS Nowhere'],
			[true, 'country IS NOT NULL']
		]);
		expect(filter[0]!.found).toBe(world.tables.users.get(7)!.attrs.department);
	});

	it('C-306: a failed object says when it is tried again', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: Date.UTC(2026, 2, 2, 9, 1) });
		const escrow = views.whyNot(world, { slot: 5, app: 'byoa' })!.conditions.find(({ what }) => what === 'escrow')!;
		expect(escrow.sentence).toMatch(/The next one is due at \d\d:\d\d/);
	});
});

describe('the requests of a unit', () => {
	it('are shown with their answers, the token masked', () => {
		const world = changed();
		const { seq } = views.logs(world, { object: { kind: 'user', slot: 7 } }).rows[0]!;
		const requests = views.requests(world, { seq });
		expect(requests.map(({ method, status }) => [method, status])).toEqual([
			['GET', 200],
			['PATCH', 200]
		]);
		expect(JSON.stringify(requests)).not.toContain('tok-byoa');
		expect(requests.every(({ seq }) => seq !== null && world.facts()[seq]!.kind === 'request')).toBe(true);
		const first = world.facts().find((fact) => fact.kind === 'import' && fact.subject.slot === 7)!;
		expect(views.requests(world, { seq: first.seq }).map(({ method }) => method)).toEqual(['GET', 'POST']);
		expect(views.requests(world, { seq: 0 })).toEqual([]);
	});
});

describe('why not, of others than users', () => {
	it('C-068, C-073: a group has to be assigned itself, and its mapping to be on', () => {
		const world = running();
		const group = [...world.tables.groups.all()].find(({ securityEnabled }) => securityEnabled)!;
		const answer = () => views.whyNot(world, { kind: 'group', slot: group.slot, app: 'byoa' })!;
		const missing = () =>
			answer()
				.conditions.filter(({ holds }) => !holds)
				.map(({ what }) => what);
		expect(missing()).toContain('assigned');
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group.slot] });
		expect(answer().conditions.find(({ what }) => what === 'assigned')!.sentence).toMatch(/sees the assignment/);
	});

	it('asks about the first application without an account, and names the others', () => {
		const world = running();
		const answer = views.whyNot(world, { slot: 5 })!;
		expect(answer.app!.key).toBe('byoa');
		expect(answer.choices.map(({ key }) => key)).toEqual(['byoa']);
		expect(views.whyNot(world, { slot: 9999 })).toBeNull();
		expect(views.whyNot(world, { kind: 'worker', slot: 1 })).toBeNull();
	});
});
