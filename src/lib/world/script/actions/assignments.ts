import type { Named } from '../run/names';
import type { Actions } from './args';

function slots(found: readonly Named[], kind: Named['kind']): number[] {
	return found.filter((one) => one.kind === kind).map(({ slot }) => slot);
}

export const assignments: Actions = {
	assign(args) {
		const app = args.app();
		const role = args.key('role') ?? null;
		return each(args.who(1), (kind, who) => args.sandbox.do({ verb: 'assign', args: { app, kind, who, role } }));
	},
	unassign(args) {
		const app = args.app();
		return each(args.who(1), (kind, who) => args.sandbox.do({ verb: 'unassign', args: { app, kind, who } }));
	}
};

function each(found: readonly Named[], act: (kind: Named['kind'], who: number[]) => string): string {
	for (const kind of ['user', 'group'] as const) {
		const who = slots(found, kind);
		if (who.length === 0) continue;
		const outcome = act(kind, who);
		if (outcome !== 'done') return outcome;
	}
	return 'done';
}
