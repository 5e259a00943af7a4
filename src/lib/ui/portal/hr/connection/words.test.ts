import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { views } from '#lib/views';
import { refusedWords } from './words';

const writeback = (world: World) => views.hrConnection(world, {})!.jobs.find(({ key }) => key === 'wd-wb')!;

describe('what writeback may not write', () => {
	it('H-029, H-031: is told once the lack of a permission is activated, by what is refused and how', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		expect(refusedWords(writeback(world))).toBeNull();
		world.do({ verb: 'hr.domains', args: { app: 'wd-wb', missing: ['Workday Accounts'] } });
		expect(refusedWords(writeback(world))).toBeNull();
		world.do({ verb: 'hr.activateDomains', args: { app: 'wd-wb' } });
		expect(refusedWords(writeback(world))).toBe(
			'As things stand Workday refuses the user name with InsufficientRights: Update_Workday_Account may not be called.'
		);
	});
});
