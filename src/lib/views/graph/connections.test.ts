import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { pathsOf, send } from './testing.fixture';

describe('object connections by Graph', () => {
	it('C-295, C-023: one is read by its source id or its target id, whatever the job does; unknown ids answer 404', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const { sourceId, targetId, displayName } = world.sim.host.link(0, 'user', 7)!;
		for (const id of [sourceId, targetId])
			expect(send(world, 'GET', `${job}/objectConnections/${id}`).body).toMatchObject({
				sourceAnchor: sourceId,
				targetAnchor: targetId,
				displayName,
				objectTypeName: 'User'
			});
		expect(send(world, 'GET', `${job}/objectConnections/nobody`).status).toBe(404);
	});

	it('C-296, C-301: listing is refused, and connections cannot be created or edited', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		expect(send(world, 'GET', `${job}/objectConnections`).status).toBe(400);
		expect(send(world, 'POST', `${job}/objectConnections`, {}).status).toBe(405);
		expect(send(world, 'PATCH', `${job}/objectConnections/x`, {}).status).toBe(405);
	});

	it('C-297, C-298, C-299: deleted only while the job does not run, an absent one like any other, and nothing else changes', () => {
		const world = changed();
		const { job } = pathsOf(world, 'byoa');
		const { sourceId, targetId } = world.sim.host.link(0, 'user', 7)!;
		expect(send(world, 'DELETE', `${job}/objectConnections/${sourceId}`).status).toBe(409);
		send(world, 'POST', `${job}/pause`);
		expect(send(world, 'DELETE', `${job}/objectConnections/${targetId}`)).toMatchObject({ status: 204 });
		expect(world.sim.host.link(0, 'user', 7)).toBeNull();
		expect(send(world, 'DELETE', `${job}/objectConnections/${sourceId}`).status).toBe(204);
		expect(world.tables.users.get(7)).not.toBeNull();
		expect([...world.tables.accounts.all()].some(({ resource }) => resource.id === targetId)).toBe(true);
	});

	it('C-300: the next evaluation makes the same connection again', () => {
		const world = running();
		const { job } = pathsOf(world, 'byoa');
		const { targetId } = world.sim.host.link(0, 'user', 7)!;
		send(world, 'POST', `${job}/pause`);
		send(world, 'DELETE', `${job}/objectConnections/${targetId}`);
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Pilot' });
		send(world, 'POST', `${job}/start`);
		world.advance({ to: at('09:01') });
		expect(world.sim.host.link(0, 'user', 7)).toMatchObject({ targetId });
	});
});
