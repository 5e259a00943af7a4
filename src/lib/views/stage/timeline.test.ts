import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { emptyEvents, followed, layout, markName, outcomeName, pushEvent, scaleFor } from '../timeline';
import { MARK_NAMES, OUTCOMES, type TimelineData } from '../timeline/types';
import { inOrder, joined, views } from '../index';
import { Told } from './joined';
import type { Timeline } from './timeline';

function marks({ events, lanes }: Timeline): string[] {
	return Array.from(
		{ length: events.n },
		(_, place) =>
			`${lanes[events.lane[place]!]!.id} ${MARK_NAMES[events.mark[place]!]} ${OUTCOMES[events.outcome[place]!]}`
	);
}

describe('what the timeline draws', () => {
	it('puts commands, changes and rows on their lanes in the order of time', () => {
		const view = views.timeline(running(), {});
		expect(marks(view)).toEqual([
			'you command none',
			'entra update success',
			'entra update success',
			'entra update success',
			'you command none',
			'byoa other none',
			'byoa create success',
			'byoa create success',
			'byoa skip skipped'
		]);
		expect([...view.events.at.slice(0, view.events.n)]).toEqual([...view.events.at].sort((a, b) => a - b));
		expect(view.labels.map(({ text }) => text.split(' ')[0])).toEqual(['Assign', 'Start']);
		expect(view.order.map((lane) => view.lanes[lane]!.id)).toEqual(['you', 'entra', 'byoa']);
	});

	it('draws each cycle as a bar, and the next one as planned', () => {
		const world = changed();
		const { cycles } = views.timeline(world, {});
		expect(cycles.map(({ kind, state, name, from }) => [kind, state, name, from])).toEqual([
			['initial', 'done', 'cycle 1', at('08:20')],
			['incremental', 'done', 'cycle 2', at('09:00')],
			['incremental', 'planned', 'cycle 3', at('09:40')]
		]);
		world.seek({ at: at('08:20') });
		world.seek({ index: world.sim.ledger.here });
		expect(views.timeline(world, {}).cycles.length).toBeLessThanOrEqual(2);
	});

	it('hands out only what is new since a fact', () => {
		const world = running();
		const first = views.timeline(world, {});
		must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
		world.advance({ to: at('09:01') });
		const more = views.timeline(world, { since: first.until });
		expect(marks(more)[0]).toBe('you command none');
		expect(first.events.n + more.events.n).toBe(views.timeline(world, {}).events.n);
		expect(more.labels.length).toBe(1);
		expect(more.cycles.map(({ name }) => name)).toEqual(['cycle 2', 'cycle 3']);
	});

	it('H-275, H-402: puts an agent beside Active Directory, and uploads where their endpoint is', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] });
		must(world, 'agent.stop', { agent: 'agent1' });
		must(world, 'api.post', { app: 'api-entra', records: [{ externalId: '1' }] });
		expect(marks(views.timeline(world, {}))).toEqual([
			'you command none',
			'ad update success',
			'you command none',
			'entra update success',
			'entra update success'
		]);
	});

	it('orders applications by their last activity', () => {
		const world = running({ apps: ['slack', 'byoa'] });
		const ids = () => {
			const { lanes, order } = views.timeline(world, {});
			return order.map((lane) => lanes[lane]!.id);
		};
		expect(ids()).toEqual(['you', 'entra', 'byoa', 'slack']);
		must(world, 'job.start', { app: 'slack' });
		expect(ids()).toEqual(['you', 'entra', 'slack', 'byoa']);
	});

	it('C-321: draws a quarantine from the cycle that caused it until it is lifted', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		const quarantine = () => views.timeline(world, {}).quarantines.find(({ kind }) => kind === undefined)!;
		expect(quarantine()).toMatchObject({ from: at('09:00'), to: null, words: 'Quarantine, next try Mon 15:00' });
		expect(marks(views.timeline(world, {})).at(-1)).toBe('byoa failure failure');
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		must(world, 'job.restart', { app: 'byoa' });
		world.advance({ by: 60_000 });
		expect(quarantine().to).not.toBeNull();
	});

	it('draws a stopped job until it is started again, and a fault until it is put right', () => {
		const world = running();
		must(world, 'job.stop', { app: 'byoa' });
		world.advance({ to: at('08:40') });
		const spans = () =>
			views.timeline(world, {}).quarantines.map(({ kind, from, to, words }) => [kind, from, to, words]);
		expect(spans()).toEqual([['pause', at('08:22'), null, 'Stopped']]);
		must(world, 'job.start', { app: 'byoa' });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError' }] } });
		world.advance({ to: at('09:30') });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [] } });
		expect(spans().filter(([kind]) => kind)).toEqual([
			['outage', at('08:40'), at('09:30'), 'Fault: server error'],
			['pause', at('08:22'), at('08:40'), 'Stopped']
		]);
		const all = views.timeline(world, {});
		world.seek({ at: at('08:30') });
		expect(spans()).toEqual([['pause', at('08:22'), null, 'Stopped']]);
		// Whoever opens the page at a past moment sees what came later too.
		expect(views.timeline(world, { later: true })).toEqual(all);
		expect(world.live).toBe(false);
	});

	it('draws an agent that does not answer, a scheduler that is suspended and a token that has expired', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		const spans = () =>
			views
				.timeline(world, {})
				.quarantines.filter(({ kind }) => kind)
				.map(({ lane, words, to }) => [views.timeline(world, {}).lanes[lane]!.kind, words, to === null]);
		const { name } = world.tables.agents.get(0)!;
		must(world, 'agent.silence', { agent: name });
		must(world, 'connect.scheduler', { on: false });
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		expect(spans()).toEqual([
			['ad', `${name} does not answer`, true],
			['connect', 'Scheduler suspended', true],
			['app', 'Fault: the token has expired', true]
		]);
		world.advance({ by: 60_000 });
		must(world, 'agent.stop', { agent: name });
		must(world, 'agent.start', { agent: name });
		must(world, 'connect.scheduler', { on: true });
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		expect(spans().every(([, , isOpen]) => !isOpen)).toBe(true);
	});

	it('shows one person with the commands that concern them', () => {
		const world = changed();
		const view = views.timeline(world, { person: 2 });
		expect(marks(view)).toEqual([
			'you command none',
			'entra update success',
			'you command none',
			'byoa create success',
			'you command none',
			'entra update success',
			'byoa disable success'
		]);
		expect(view.lanes[4]!.kind).toBe('person');
	});

	it('gives each job a lane of its own, also one from HR that writes to a directory', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		world.advance({ by: 90 * 60_000 });
		const view = views.timeline(world, { by: 'job' });
		const names = view.order.map((lane) => view.lanes[lane]!);
		expect(names.map(({ kind }) => kind)).toEqual(['you', ...Array(names.length - 1).fill('job')]);
		const hr = names.find(({ id }) => id !== 'you' && id !== 'byoa')!;
		const place = view.lanes.indexOf(hr);
		expect(view.events.lane.slice(0, view.events.n)).toContain(place);
		expect(view.cycles.some(({ lane }) => lane === place)).toBe(true);
		for (const lane of view.events.lane.slice(0, view.events.n)) expect(view.order).toContain(lane);
	});

	it('gives people a lane each, with everything that happened to them and the commands that brought it about', () => {
		const view = views.timeline(changed(), { by: 'people', people: [7, 2] });
		expect(view.lanes.map(({ id, kind }) => [id, kind])).toEqual([
			['you', 'you'],
			['user-7', 'person'],
			['user-2', 'person']
		]);
		const told = marks(view);
		expect(told.filter((mark) => mark.startsWith('user-2'))).toEqual([
			'user-2 update success',
			'user-2 create success',
			'user-2 update success',
			'user-2 disable success'
		]);
		expect(told.filter((mark) => mark.startsWith('user-7')).length).toBeGreaterThan(2);
		expect(told.filter((mark) => mark.startsWith('you')).length).toBeGreaterThan(1);
	});

	it('follows a branch that is left and comes back', () => {
		const world = changed();
		const whole = marks(views.timeline(world, {}));
		world.seek({ at: at('08:21') });
		must(world, 'user.block', { user: 7 });
		world.advance({ to: at('09:01') });
		const other = marks(views.timeline(world, {}));
		expect(other).toContain('entra disable success');
		expect(other).not.toEqual(whole);
		world.branches.activate(0);
		expect(marks(views.timeline(world, {}))).toEqual(whole);
	});
});

describe('an answer that goes on from another', () => {
	it('is the whole when both are joined, while cycles run and end', () => {
		const world = running();
		let page = views.timeline(world, {});
		must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
		for (let step = 0; step < 12; step++) {
			world.advance({ by: 5 * 60_000 });
			page = joined(page, views.timeline(world, { since: page.until, mark: page.mark }));
			const whole = views.timeline(world, {});
			expect(marks(page)).toEqual(marks(whole));
			expect(page.labels).toEqual(whole.labels);
			const bars = (view: Timeline) => [...view.cycles].sort((a, b) => a.from - b.from || a.lane - b.lane);
			expect(bars(page)).toEqual(bars(whole));
		}
	});

	it('goes on from what both share after an undo, also of what time did since, and after a redo', () => {
		const world = running();
		const told = new Told();
		let page = views.timeline(world, {});
		told.add(page);
		const asked = () => {
			const more = views.timeline(world, { ...told.before(world.checkpoint().seq) });
			told.add(more);
			page = joined(page, more);
			const whole = views.timeline(world, {});
			expect(marks(page)).toEqual(marks(whole));
			expect([page.labels, page.cycles, page.reach]).toEqual([whole.labels, whole.cycles, whole.reach]);
			return more.since;
		};
		const before = page.until;
		must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
		asked();
		world.advance({ to: at('09:41') });
		asked();
		const undo = () => {
			world.seek({ index: world.sim.ledger.indexBefore(before) });
			world.branches.undo('undone');
		};
		undo();
		expect(asked()).toBe(before);
		world.branches.redo();
		world.back();
		expect(asked()).toBe(before);
		undo();
		must(world, 'user.block', { user: 7 });
		expect(asked()).toBe(before);
	});

	it('is everything when the branch is another one', () => {
		const world = changed();
		const page = views.timeline(world, {});
		world.seek({ at: at('08:21') });
		must(world, 'user.block', { user: 7 });
		world.advance({ to: at('09:01') });
		const other = views.timeline(world, { since: page.until, mark: page.mark });
		expect(other.since).toBe(0);
		expect(marks(joined(page, other))).toEqual(marks(views.timeline(world, {})));
	});

	it('can be drawn with the lanes in their order', () => {
		const world = running({ apps: ['slack', 'byoa'] });
		const view = views.timeline(world, {});
		const drawn = inOrder(view);
		expect(drawn.order.map((lane) => drawn.lanes[lane]!.id)).toEqual(['you', 'entra', 'byoa', 'slack']);
		expect(drawn.cycles.every((bar) => drawn.lanes[bar.lane]!.id === 'byoa')).toBe(true);
	});
});

describe('the lanes that somebody chose', () => {
	const ids = ({ lanes, order }: TimelineData) => order.map((lane) => lanes[lane]!.id);

	it('are drawn without the hidden ones and what happened on them', () => {
		const view = views.timeline(changed(), {});
		const data = inOrder(view, { hidden: ['entra', 'you'], pinned: [] });
		expect(ids(data)).toEqual(['you', 'byoa']);
		const { events, lanes } = view;
		const there = emptyEvents();
		for (let place = 0; place < events.n; place++)
			if (lanes[events.lane[place]!]!.id !== 'entra')
				pushEvent(there, {
					at: events.at[place]!,
					lane: events.lane[place]!,
					mark: markName(events, place),
					outcome: outcomeName(events, place),
					seq: events.seq[place]!
				});
		expect(there.n).toBeLessThan(events.n);
		const drawn = (data: TimelineData) => {
			const clock = at('12:00');
			const scale = scaleFor({ data, clock, now: null }, 1);
			const scene = layout({
				data,
				scale,
				view: followed(1, clock, 4000),
				width: 4000,
				clock,
				now: null,
				here: null,
				selected: null,
				thread: [],
				laneHeight: 28,
				axisHeight: 28,
				quietUnfolded: true,
				phone: false,
				measure: (text) => text.length * 7
			});
			const seq = (place: number) => data.events.seq[place]!;
			return {
				...scene,
				marks: scene.marks.map((mark) => ({ ...mark, first: seq(mark.first), last: seq(mark.last) }))
			};
		};
		expect(drawn(data)).toEqual(drawn({ ...data, events: there }));
		expect(drawn(data).rows.map(({ name }) => name)).toEqual(['You', 'Quillpad']);
	});

	it('have the pinned ones first, which never fold', () => {
		const world = running({ apps: ['slack', 'byoa'] });
		const data = inOrder(views.timeline(world, {}), { hidden: [], pinned: ['slack'] });
		expect(ids(data)).toEqual(['you', 'slack', 'entra', 'byoa']);
		expect(data.lanes[data.order[1]!]).toMatchObject({ id: 'slack', pinned: true });
	});
});
