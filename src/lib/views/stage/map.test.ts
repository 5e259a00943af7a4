import { describe, expect, it } from 'vitest';
import { at, must, running } from '../testing.fixture';
import { views } from '../index';
import { createWorld } from '#lib/world';

describe('the map', () => {
	it('wires a cloud company: directory, service, applications', () => {
		const { nodes, edges } = views.map(running({ apps: ['byoa', 'slack'] }), {});
		expect(nodes.map(({ id, kind, state }) => [id, kind, state])).toEqual([
			['service', 'service', 'idle'],
			['entra', 'entra', 'idle'],
			['byoa', 'app', 'idle'],
			['slack', 'app', 'off']
		]);
		expect(edges.map(({ from, to, state }) => [from, to, state])).toEqual([
			['entra', 'service', 'idle'],
			['service', 'byoa', 'idle'],
			['service', 'slack', 'off']
		]);
		expect(nodes[0]!.jobs!.map(({ id, words }) => [id, words])).toEqual([
			['byoa', 'next 09:00'],
			['slack', 'off']
		]);
	});

	it('shows a running cycle, the objects on their way and a quarantine', () => {
		const world = running();
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.restart', { app: 'byoa' });
		world.advance({ until: ({ tables }) => (tables.cycles.get(1)?.next ?? 0) >= 20 });
		const map = views.map(world, { flight: 30_000 });
		expect(map.edges.find(({ to }) => to === 'byoa')!.state).toBe('active');
		const app = map.nodes.find(({ id }) => id === 'byoa')!;
		expect(app.stateWords).toMatch(/^page \d+ of \d+$/);
		expect(app.facts[0]).toMatch(/ accounts$/);
		expect(map.flights.length).toBeGreaterThan(3);
		expect(map.flights.every(({ edge, along }) => edge === 'byoa' && along >= 0 && along < 1)).toBe(true);
		expect(map.flights.at(-1)!.label).not.toBe('');
		expect(map.rates.byoa).toBeGreaterThan(3);
		world.advance({ to: at('08:40') });
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('10:00') });
		expect(views.map(world, {}).edges.find(({ to }) => to === 'byoa')!.state).toBe('failure');
		const next = () =>
			views
				.map(world, {})
				.nodes.find(({ id }) => id === 'byoa')!
				.facts.at(-1);
		expect(next()).toMatch(/^Next try \d\d:\d\d$/);
		world.advance({ by: 48 * 3_600_000 });
		expect(next(), 'once a day: a day that is not today is named').toMatch(/^Next try [A-Z]\w\w \d\d:\d\d$/);
	});

	it('counts one in the singular', () => {
		const world = createWorld({ apps: ['byoa'] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
		world.advance({ by: 300_000 });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ by: 300_000 });
		const facts = (id: string) => views.map(world, {}).nodes.find((node) => node.id === id)!.facts;
		expect(facts('byoa')[1]).toBe('1 user linked');
		must(world, 'user.softDelete', { user: 9 });
		expect(facts('entra')).toContain('1 deleted user');
	});

	it('wires Active Directory and Connect where the company has them', () => {
		const world = createWorld({ preset: 'hybrid', apps: ['byoa'] });
		must(world, 'ad.edit', { account: 7, attribute: 'enabled', value: false });
		const { nodes, edges } = views.map(world, {});
		expect(nodes.find(({ id }) => id === 'ad')!.facts).toEqual(['25 accounts', '2 disabled']);
		expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['ad', 'connect', 'entra', 'service', 'byoa']));
		expect(nodes.find(({ id }) => id === 'connect')!.facts).toEqual(['Next 08:10']);
		expect(edges.map(({ id }) => id)).toEqual(expect.arrayContaining(['ad-connect', 'connect-entra', 'byoa']));
	});

	it('leads a job from HR through the agent, and a writeback back to HR below everything', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['wd-wb', 'byoa'] });
		world.advance({ until: ({ tables }) => [...tables.links.all()].length > 5 });
		const { edges, flights, nodes } = views.map(world, { flight: 60_000 });
		const jobs = nodes.find(({ id }) => id === 'service')!.jobs!;
		expect(jobs.map(({ id, name }) => [id, name])).toEqual([
			['wd-ad', 'HR to AD'],
			['wd-wb', 'Writeback'],
			['byoa', 'Quillpad']
		]);
		expect(edges.find(({ writeback }) => writeback)).toMatchObject({ from: 'service', to: 'hr', app: 'wd-wb' });
		expect(edges.find(({ id }) => id === 'agent-ad')).toMatchObject({ state: 'active' });
		expect(flights.length).toBeGreaterThan(0);
		expect(flights.every(({ edge, label }) => edge === 'agent-ad' && label !== '')).toBe(true);
		expect(edges.every(({ from, to }) => [from, to].every((id) => nodes.some((node) => node.id === id)))).toBe(true);
	});

	it('leads a job from cloud HR to Entra ID beside the line that comes from there', () => {
		const { edges } = views.map(createWorld({ hr: 'workday' }), {});
		expect(edges.map(({ id, beside }) => [id, beside ?? false])).toEqual([
			['hr', false],
			['service-entra', true],
			['writeback', false],
			['entra', false]
		]);
	});

	it('knows the fact that the state of an application goes back to', () => {
		const world = running();
		const why = () => views.map(world, {}).nodes.find(({ id }) => id === 'byoa')!.why!;
		const kind = () => world.facts(why(), why() + 1)[0]!.kind;
		expect(kind()).toMatch(/command|job.state/);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('10:00') });
		expect(kind()).toBe('quarantine');
	});
});
