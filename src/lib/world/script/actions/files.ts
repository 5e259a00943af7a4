import { assignedAsCsv, readFile, verdictsOn } from '../../apps/timecard-file';
import { accountsIn } from '../run/accounts';
import { NotThere } from '../run/unbuilt';
import type { Actions } from './args';

export const files: Actions = {
	'csv.export'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		sandbox.notes.exported = assignedAsCsv(sandbox.sim, app);
		sandbox.notes.compared = app.key;
		return 'done';
	},
	'csv.upload'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		args.oneOf(1, ['export'] as const);
		const { exported } = sandbox.notes;
		if (exported === null) throw new NotThere('no file was exported before');
		const rows = readFile(exported);
		if ('refused' in rows) return rows.refused;
		sandbox.notes.report = verdictsOn(rows, accountsIn(sandbox, app));
		return sandbox.do({ verb: 'app.upload', args: { app: app.key, csv: exported } });
	},
	signIn(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.text(1, 'an application'));
		return sandbox.do({ verb: 'app.signIn', args: { app: app.key, user: args.user(0) } });
	}
};
