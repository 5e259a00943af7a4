import { ScriptError } from '../parse/error';
import { eraOf, supportsDisable } from '../run/sandbox';
import { NotModelled } from '../run/unbuilt';
import type { Actions, Args } from './args';

/** Changes a condition of the simulation itself. */
function set(args: Args): string {
	const option = args.text(0, 'a world option');
	const value = args.argument(1, 'a value');
	const { sandbox } = args;
	const wrong = (wanted: string) => new ScriptError(`${option} is ${wanted}, not ${value.value}`, value.place);
	if (option.startsWith('supportsDisable.')) return sandbox.do(supportsDisable(option.slice(16), args.onOff(1)));
	switch (option) {
		case 'era': {
			const era = eraOf(value.value);
			if (!era) throw wrong('current or 2016, 2017, 2019, 2021, 2024');
			return sandbox.do({ verb: 'world.set', args: { era } });
		}
		case 'cycleMinutes':
			return sandbox.do({ verb: 'world.set', args: { cycleMinutes: args.number(1, 'a number of minutes') } });
		case 'staleLink':
			if (value.value !== 'recreate' && value.value !== 'invalidAnchor') throw wrong('recreate or invalidAnchor');
			return sandbox.do({ verb: 'world.set', args: { staleLink: value.value } });
		case 'groupMapping': {
			const enabled = args.onOff(1);
			for (const app of [...sandbox.sim.tables.apps.all()]) {
				const job = sandbox.jobIfAny(app);
				if (!job || !sandbox.sim.host.config(job.config).groups) continue;
				const outcome = sandbox.do({ verb: 'job.setGroupMapping', args: { app: app.key, enabled } });
				if (outcome !== 'done') return outcome;
			}
			return 'done';
		}
		default:
			throw new NotModelled(`changing the world option ${option} later`);
	}
}

export const world: Actions = { world: set };
