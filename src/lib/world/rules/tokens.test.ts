import { describe, expect, it } from 'vitest';
import { createWorld } from '../index';
import { passes } from './passes.fixture';

const running = `world cloud-only
do 08:12 assign(snowflake, 3)
do 08:20 start(snowflake)
=> 08:20 snowflake initial: create 1 [3]`;

describe('tokens that end', () => {
	it('A-361: after six months Snowflake refuses its token, and the job waits in quarantine for a new one', () =>
		passes(`${running}
do 09-01 23:10 edit(entra, 3, displayName, "x")
=> 09-01 23:40 snowflake inc: update 1 [3]
do 09-02 08:30 edit(entra, 3, displayName, "y")
=> 09-02 08:20 snowflake probe: fail [Unauthorized]
?? 09-02 08:31 job(snowflake).quarantine = "EncounteredQuarantineException"
do 09-02 09:00 setCredential(snowflake, ok)
do 09-02 09:01 start(snowflake)
=> 09-02 09:01 snowflake inc: update 1 [3]
?? 09-02 09:02 job(snowflake).quarantine = none`));

	it('A-361: who enters a token that was issued before has no outage', () =>
		passes(`${running}
do 08-20 10:00 app.issueToken(snowflake)
do 08-20 10:05 setCredential(snowflake, ok)
do 09-02 12:00 edit(entra, 3, displayName, "y")
=> 09-02 12:20 snowflake inc: update 1 [3]
?? 09-02 12:21 job(snowflake).quarantine = none`));

	it('A-201: AWS has two tokens at most, each with a year of its own', () => {
		const world = createWorld({ apps: ['byoa', 'aws'] });
		const issue = () => world.do({ verb: 'app.issueToken', args: { app: 'aws' } });
		expect(issue().ok).toBe(true);
		expect(issue()).toMatchObject({ ok: false, message: expect.stringContaining('two valid tokens') as string });
	});

	it('A-201: a token of an application that issues none with an end cannot be issued', () => {
		const world = createWorld({ apps: ['byoa', 'aws'] });
		expect(world.do({ verb: 'app.issueToken', args: { app: 'byoa' } })).toMatchObject({ ok: false });
	});
});
