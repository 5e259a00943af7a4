import { written } from '#lib/scim/handed';
import type { ScimResponse } from '#lib/scim/types';
import type { Command } from '#lib/world';
import { tryOut } from '#lib/world/try-out';
import { finishMillisecond } from './drive';
import type { OpenSession } from './open-session';
import type { Heard } from './protocol';

/**
 * A request from outside, as somebody with the application's token could send it. What only reads is answered where
 * the person stands. What writes is a command, so that it travels with the session: its answer is found by letting the
 * application answer once more at the moment before, where it says the same.
 */
export async function answerWire(session: OpenSession, ask: Heard<'answer'>): Promise<ScimResponse> {
	const { world, runner } = session;
	const slot = world.tables.appsByKey.first(ask.app);
	if (slot === undefined) throw new Error(`There is no application ${ask.app} in this tenant.`);
	const { method, path, headers, body } = ask;
	const request = { app: slot, method, path, headers, body };
	const { ledger, apps } = world.sim;
	const answered = () => written(apps.answer(request));
	if (method === 'GET') return answered();
	await finishMillisecond(world, runner.through);
	const tried = tryOut(ledger, ledger.here, () => {
		const before = ledger.tape.n;
		const answer = answered();
		return { answer, wrote: ledger.tape.n > before };
	});
	// Refused, never answered, or a search: nothing was written, so nothing is to be kept.
	if (!tried.wrote) return tried.answer;
	const what = `${method} ${path} sent to ${ask.app}`;
	const done = world.do({ verb: 'app.request', args: { app: ask.app, method, path, body, what } } as Command);
	if (!done.ok) throw new Error(done.message);
	runner.shown = world.checkpoint().seq;
	const at = world.clock;
	return tryOut(ledger, ledger.indexBefore(done.seq), () => {
		ledger.clock = at;
		return answered();
	});
}
