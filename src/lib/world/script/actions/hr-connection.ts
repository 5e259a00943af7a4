import { unlistedAttributes } from '#lib/hr/workday-api';
import type { Actions } from './args';

/** Names between quotation marks, with semicolons between them; none: an empty list. */
const list = (text: string): string[] =>
	text === 'none'
		? []
		: text
				.split(';')
				.map((one) => one.trim())
				.filter((one) => one !== '');

/** How a job is connected to human resources, and what human resources let it see. */
export const hrConnection: Actions = {
	'hr.apiUrl': (args) =>
		args.sandbox.do({ verb: 'hr.apiUrl', args: { app: args.app(), url: args.text(1, 'an address') } }),
	'hr.xpaths': (args) =>
		args.sandbox.do({
			verb: 'hr.xpaths',
			args: { app: args.app(), version: args.oneOf(1, ['v21.1', 'v30.0'] as const) }
		}),
	'hr.attributeList': (args) =>
		args.sandbox.do({
			verb: 'hr.attributeList',
			args: { app: args.app(), attribute: args.oneOf(1, unlistedAttributes), on: args.onOff(2) }
		}),
	'hr.employmentPath'(args) {
		const path = (key: string) => args.key(key) as 'first' | undefined;
		const [employment, startDate] = [path('employment'), path('startDate')];
		return args.sandbox.do({
			verb: 'hr.employmentPath',
			args: { app: args.app(), ...(employment && { employment }), ...(startDate && { startDate }) }
		});
	},
	'hr.lookahead': (args) => args.sandbox.do({ verb: 'hr.lookahead', args: { app: args.app(), on: args.onOff(1) } }),
	'hr.domains': (args) =>
		args.sandbox.do({
			verb: 'hr.domains',
			args: { app: args.app(), missing: list(args.key('missing') ?? args.text(1, 'the missing domains')) }
		}),
	'hr.activateDomains': (args) => args.sandbox.do({ verb: 'hr.activateDomains', args: { app: args.app() } }),
	'hr.constrain'(args) {
		const { value, quoted } = args.argument(1, 'an organization or none');
		const organisation = !quoted && value === 'none' ? null : value;
		return args.sandbox.do({ verb: 'hr.constrain', args: { app: args.app(), organisation } });
	},
	'hr.typeIds': (args) =>
		args.sandbox.do({
			verb: 'hr.typeIds',
			args: { app: args.app(), own: args.oneOf(1, ['own', 'usual'] as const) === 'own' }
		})
};
