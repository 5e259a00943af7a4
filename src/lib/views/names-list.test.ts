import { expect, it } from 'vitest';
import { packSubject } from '#lib/world/core/facts';
import { names } from './names-list';
import { must, running } from './testing.fixture';

it('the names of those who are asked for are told, and nothing of what is neither a person nor a group', () => {
	const world = running();
	const [ada, crew, cycle] = [packSubject('users', 2), packSubject('groups', 0), packSubject('cycles', 0)];
	const group = world.tables.groups.get(0)!.attrs['displayName'];
	must(world, 'user.edit', { user: 2, attribute: 'displayName', value: 'Ada Byron' });
	expect(names(world, { of: [crew, ada, cycle, packSubject('users', 9999)] })).toEqual({
		[ada]: 'Ada Byron',
		[crew]: group
	});
});
