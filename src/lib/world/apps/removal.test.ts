import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { passes } from '../rules/passes.fixture';

describe('an application that takes accounts away by itself', () => {
	it('A-183: a suspended member leaves the team after thirty days, unless somebody is active again', () =>
		passes(`world cloud-only
do 08:12 assign(dropbox, 5 6 7)
do 08:20 start(dropbox)
=> 08:20 dropbox initial: create 3 [5 6 7]
do 08:30 app.accept(dropbox, 5 6)
do 08:40 unassign(dropbox, 5 6 7)
=> 09:00 dropbox inc: disable 3 [5 6 7]
?? 09:01 app(dropbox, 5).status = suspended
?? 09:01 app(dropbox, 7) = absent
?? 09:01 app(dropbox).seatsUsed = 2
do 03-20 10:00 assign(dropbox, 6)
=> 03-20 10:20 dropbox inc: enable 1 [6]
?? 04-01 08:59 app(dropbox, 5) = present
?? 04-01 09:01 app(dropbox, 5) = absent
?? 04-01 09:01 app(dropbox, 6).status = active
?? 04-01 09:01 app(dropbox).seatsUsed = 1
do 04-01 09:10 assign(dropbox, 5)
=> 04-01 09:40 dropbox inc: create 1 [5]`));

	it('says so, and a moment before has the account again', () => {
		const world = createWorld({ apps: ['dropbox'] });
		const must = (verb: Parameters<typeof world.do>[0]['verb'], args: object) =>
			expect(world.do({ verb, args: args as never }).ok).toBe(true);
		must('assign', { app: 'dropbox', kind: 'user', who: [5] });
		world.advance({ by: 600_000 });
		must('job.start', { app: 'dropbox' });
		world.advance({ cycles: 1 });
		const [account] = [...world.tables.accounts.all()];
		must('app.accept', { app: 'dropbox', account: account!.resource.id });
		must('unassign', { app: 'dropbox', kind: 'user', who: [5] });
		world.advance({ by: 29 * 86_400_000 });
		const before = world.checkpoint();
		world.advance({ by: 2 * 86_400_000 });
		expect([...world.tables.accounts.all()]).toHaveLength(0);
		const told = world.facts().filter(({ rule }) => rule === 'A-183');
		expect(told.map((fact) => [fact.kind, world.detailText(fact)])).toEqual([
			['account.changed', 'john_smith@contoso.com removed']
		]);
		// Its cause is the request that suspended the account, thirty days before.
		const cause = world.facts()[told[0]!.cause]!;
		expect([cause.kind, told[0]!.at - cause.at]).toEqual(['request', 30 * 86_400_000]);
		expect(world.at(before, () => [...world.tables.accounts.all()])).toHaveLength(1);
	});
});
