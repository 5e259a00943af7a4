import { expect, it } from 'vitest';
import { Pretended } from './testing/pretend';
import type { GraphTold } from './graph-answer';

async function opened() {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7] });
	const { value } = await parsed<{ id: string }>(page, 'GET', '/v1.0/servicePrincipals');
	const sync = `/v1.0/servicePrincipals/${value[0]!.id}/synchronization`;
	const jobs = await parsed<{ id: string }>(page, 'GET', `${sync}/jobs`);
	return { page, job: `${sync}/jobs/${jobs.value[0]!.id}` };
}

async function parsed<T>(page: Pretended, method: string, path: string) {
	const { body } = await page.ask<GraphTold>('graph', { method, path });
	return JSON.parse(body!) as { value: readonly T[] };
}

const onDemand = (objectId: string) => ({
	method: 'POST',
	body: JSON.stringify({ parameters: [{ ruleId: '', subjects: [{ objectId, objectTypeName: 'User' }] }] })
});

it('a write by Graph is one command, which is undone like any other', async () => {
	const { page, job } = await opened();
	const before = await page.ask('query', { name: 'fingerprint' });
	const { status, headers } = await page.ask<GraphTold>('graph', { method: 'POST', path: `${job}/start` });
	expect(status).toBe(204);
	expect(Number(headers['x-provlab-fact'])).toBeGreaterThan(0);
	const journal = await page.ask<{ verb: string }[]>('query', { name: 'journal' });
	expect(journal.at(-1)).toMatchObject({ verb: 'job.start', args: { app: 'byoa' } });
	await page.ask('undo');
	expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
});

it('C-392, C-414: provision on demand waits for its run through the door that is in use, and time has moved by seconds', async () => {
	const { page, job } = await opened();
	for (const door of ['msw', 'direct']) {
		await page.ask('setDoor', { door });
		const row = await page.ask<{ id: string }>('query', { name: 'row', args: { table: 'users', slot: 7 } });
		const before = page.engine.session!.world.clock;
		const answer = await page.ask<GraphTold>('graph', { path: `${job}/provisionOnDemand`, ...onDemand(row.id) });
		expect(answer.status).toBe(200);
		const { kind } = page.engine.session!.world.facts(Number(answer.headers['x-provlab-fact']))[0]!;
		expect(kind).toBe('row');
		expect(JSON.parse((JSON.parse(answer.body!) as { key: string }).key)).toHaveProperty('result');
		const took = page.engine.session!.world.clock - before;
		expect(took).toBeGreaterThan(0);
		expect(took).toBeLessThan(30_000);
	}
});

it('a run on demand is refused while a prediction of a lesson is open, and nothing has happened', async () => {
	const { page, job } = await opened();
	const row = await page.ask<{ id: string }>('query', { name: 'row', args: { table: 'users', slot: 7 } });
	const before = await page.ask('query', { name: 'fingerprint' });
	const held = 'Time waits: answer the question of the lesson first.';
	const answer = await page.ask<GraphTold>('graph', { path: `${job}/provisionOnDemand`, ...onDemand(row.id), held });
	expect(answer.status).toBe(409);
	expect(answer.body).toContain(held);
	expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
});

it('a refused command changes nothing and is told in the shape of Graph', async () => {
	const { page, job } = await opened();
	const before = await page.ask('query', { name: 'fingerprint' });
	const path = job.replace(/jobs.*/, 'secrets');
	const body = JSON.stringify({ value: [{ key: 'SyncNotificationSettings', value: 'no JSON' }] });
	const answer = await page.ask<GraphTold>('graph', { method: 'PUT', path, body });
	expect(answer.status).toBe(409);
	expect(JSON.parse(answer.body!)).toHaveProperty('error.innerError.request-id');
	expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
});

it('a read shows what is shown: in the past the job is as it was', async () => {
	const { page, job } = await opened();
	await page.ask('graph', { method: 'POST', path: `${job}/start` });
	const end = page.engine.session!.world.sim.ledger.here;
	await page.ask('seek', { to: { index: end - 1 } });
	const { body } = await page.ask<GraphTold>('graph', { method: 'GET', path: job });
	expect(JSON.parse(body!)).toMatchObject({ schedule: { state: 'Disabled' } });
});
