import type { AttributeMapping } from '#lib/engine/mapping';
import { unpackRow } from '#lib/engine/steps/log-row';
import { createWorld, type World, type WorldOptions } from '#lib/world';

const day = 24 * 3_600_000;
export const start = Date.UTC(2026, 2, 2);

/** "09:40" on the first day, or "03-05 08:00". */
export function at(time: string): number {
	const [clock, date] = time.split(' ').reverse() as [string, string?];
	const days = date
		? Math.round((Date.UTC(2026, Number(date.slice(0, 2)) - 1, Number(date.slice(3))) - start) / day)
		: 0;
	return start + days * day + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000;
}

export function hybrid(options: WorldOptions = {}): World {
	return createWorld({ preset: 'hybrid', ...options });
}

/** Acts before anything else at that moment happens. */
export function act(world: World, time: string, verb: string, args: object): void {
	world.advance({ to: at(time), before: true });
	const done = world.do({ verb, args } as never);
	if (!done.ok) throw new Error(`${time} ${verb}: ${done.message}`);
}

/** What Connect did in the run that began at a time: "update 6". */
export function connectRun(world: World, time: string): string[] {
	world.advance({ to: at(time) + 29 * 60_000 });
	const run = [...world.tables.connectRuns.all()].find(({ startedAt }) => startedAt === at(time));
	if (!run) return ['no run'];
	return world
		.facts()
		.filter(({ kind, guards }) => kind === 'connect.row' && guards === run.slot)
		.map((fact) => `${world.detailText(fact)} ${fact.subject.slot}`);
}

/** What a job did in the cycle that began at a time: "skip 24", or "create 25" with the slot where there are few. */
export function jobRun(world: World, app: string, time: string): string[] {
	const job = world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!;
	const cycle = [...world.tables.cycles.all()].find((one) => one.job === job && one.startedAt === at(time));
	if (!cycle) return ['no cycle'];
	const counts = new Map<string, string[]>();
	for (const fact of world.facts(cycle.fact)) {
		const isRow = fact.kind === 'row' && fact.guards >>> 2 === cycle.slot;
		const isReference = fact.kind === 'reference' && fact.guards === cycle.slot;
		if (!isRow && !isReference) continue;
		const name = isReference ? 'ref' : named(world, fact.detail);
		counts.set(name, [...(counts.get(name) ?? []), String(fact.subject.slot)]);
	}
	return [...counts].map(([name, slots]) => `${name} ${slots.length > 9 ? `(${slots.length})` : slots.join(' ')}`);
}

function named(world: World, detail: number): string {
	const { action, status, code } = unpackRow(detail);
	return status === 'success' ? action : status === 'skipped' ? 'skip' : `fail ${world.text(code)}`;
}

export function accountOf(world: World, workerId: string) {
	const slot = world.tables.adByEmployeeId.first(workerId);
	return slot === undefined ? null : world.tables.adUsers.get(slot)!;
}

/** A company with Workday, Active Directory and Connect, whose job runs from the first instant. */
export function hrCompany(options: WorldOptions = {}): World {
	return createWorld({ preset: 'hybrid-hr', ...options });
}

export const lena = {
	name: 'Lena Fischer',
	org: 'Sales',
	city: 'Seattle',
	manager: 3,
	workerId: '1000900',
	hireDate: '2026-03-02'
};

/** The mappings that a job has now, one of them with another expression. */
export function withExpression(world: World, app: string, target: string, expression: string): AttributeMapping[] {
	const job = world.sim.host.job(world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!);
	const { attributes } = world.sim.host.config(job.config).users;
	return attributes.map((one) =>
		one.target === target ? { ...one, source: { type: 'Expression', expression } } : one
	);
}
