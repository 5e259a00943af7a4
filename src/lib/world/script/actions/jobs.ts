import type { Actions, Args } from './args';

const onJob =
	(verb: 'job.start' | 'job.stop' | 'job.allowDeletes' | 'job.quarantine') =>
	(args: Args): string =>
		args.sandbox.do({ verb, args: { app: args.app() } });

export const jobs: Actions = {
	start: onJob('job.start'),
	stop: onJob('job.stop'),
	allowDeletes: onJob('job.allowDeletes'),
	quarantine: onJob('job.quarantine'),
	restart(args) {
		const full = args.has(1) && args.oneOf(1, ['full'] as const) === 'full';
		return args.sandbox.do({ verb: 'job.restart', args: { app: args.app(), ...(full && { scope: 'Full' }) } });
	},
	onDemand(args) {
		const object = args.sandbox.subject(args.app(), args.text(1, 'a person')) ?? args.who(1)[0];
		return args.sandbox.do({
			verb: 'job.onDemand',
			args: { app: args.app(), kind: object!.kind, object: object!.slot }
		});
	},
	setScope: (args) =>
		args.sandbox.do({
			verb: 'job.setScope',
			args: { app: args.app(), mode: args.oneOf(1, ['assigned', 'all'] as const) }
		}),
	setThreshold(args) {
		const off = args.text(1, 'a number') === 'off';
		const threshold = off ? null : args.number(1, 'a number');
		return args.sandbox.do({ verb: 'job.setThreshold', args: { app: args.app(), threshold } });
	},
	setSecret: (args) =>
		args.sandbox.do({
			verb: 'job.setSecret',
			args: { app: args.app(), key: args.text(1, 'a key'), value: args.text(2, 'a value') }
		}),
	setCredential: (args) =>
		args.sandbox.do({
			verb: 'job.setCredential',
			args: { app: args.app(), state: args.oneOf(1, ['ok', 'bad'] as const) }
		}),
	setNotificationMail: (args) =>
		args.sandbox.do({
			verb: 'job.setNotificationMail',
			args: { app: args.app(), address: args.text(1, 'an address') }
		})
};
