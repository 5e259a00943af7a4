import { expect, it } from 'vitest';
import { createWorld } from '#lib/world';

it('a job from or to human resources keeps no accounts, and refuses what an administrator of accounts would do', () => {
	const world = createWorld({ preset: 'hybrid-hr', apps: ['api-entra'] });
	const before = world.fingerprint();
	for (const app of ['wd-ad', 'api-entra']) {
		const asked = [
			{ verb: 'app.request', args: { app, method: 'DELETE', path: '/Users/1', what: 'Delete an account' } },
			{ verb: 'app.accept', args: { app, account: '1' } },
			{ verb: 'app.approve', args: { app, account: '1', attribute: 'userName' } },
			{ verb: 'app.moveContent', args: { app, account: '1' } },
			{ verb: 'app.signIn', args: { app, user: 7 } }
		] as const;
		for (const one of asked)
			expect(world.do(one), one.verb).toEqual({
				ok: false,
				message: expect.stringMatching(/keeps no accounts of its own\.$/)
			});
	}
	expect(world.fingerprint()).toBe(before);
});
