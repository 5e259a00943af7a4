// Between two turns nothing can be asked again, so all parts are there.
import '#lib/world/whole';
import type { Steps } from '#lib/tenant/sample/steps';
import type { LongView } from '#lib/views/long-view';
import type { World } from '#lib/world';
import type { Engine } from './engine';
import { inTurns, openedWorld } from './turns';

type Asked = LongView<unknown, unknown>['steps'];

/** Where a view cannot go on, because the company is another one, stands earlier or was cut, it begins again. */
function* beginningAgain(engine: Engine, view: Asked, args: unknown): Steps<unknown> {
	for (;;) {
		const world = openedWorld(engine);
		const { ledger } = world.sim;
		const { here } = ledger;
		const { cuts } = ledger.tape;
		const showing = <T>(read: (world: World) => T) => world.showing(engine.session!.runner.shown, read);
		const steps = showing(() => view(world, args ?? {}));
		do {
			const step = showing(() => steps.next());
			if (step.done) return step.value;
			yield step.value;
		} while (engine.session?.world === world && ledger.tape.cuts === cuts && ledger.here >= here);
	}
}

/** Answers a view that takes long, and listens meanwhile. */
export async function queryInTurns(engine: Engine, view: Asked, args: unknown): Promise<unknown> {
	return inTurns(engine, null, beginningAgain(engine, view, args), () => {});
}
