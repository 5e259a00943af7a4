import type { Command, World } from '#lib/world';
import type { dice } from './random';

/** Something that a person might do in a company with HR; many are refused, and that is part of the test. */
export function randomDeed(world: World, roll: ReturnType<typeof dice>): Command {
	const worker = roll.below(world.tables.workers.next + 1);
	const account = roll.below(world.tables.adUsers.next + 1);
	const app = roll.pick(['wd-ad', 'wd-wb', 'api-entra', 'byoa']);
	const date = `2026-03-0${1 + roll.below(5)}`;
	const n = roll.below(1000);
	const fields = roll.pick<object>([
		{ BusinessTitle: `Title ${n}` },
		{ Municipality: roll.pick(['London', 'Seattle', 'Nowhere']) },
		{ LastName: '' },
		{ LocalReference: 'fr-FR' },
		{ Mobile: null }
	]);
	const record = {
		externalId: String(n),
		displayName: `R ${n}`,
		userPrincipalName: `r${n}@contoso.com`,
		active: n % 2 > 0
	};
	return roll.pick<unknown>([
		{ verb: 'hr.hire', args: { name: `New ${n}`, workerId: String(3_000_000 + n), city: 'Seattle', hireDate: date } },
		{ verb: 'hr.hire', args: { person: 24, hireDate: date } },
		{ verb: 'hr.change', args: { worker, fields } },
		{ verb: 'hr.change', args: { worker, fields, effective: date } },
		{ verb: 'hr.change', args: { worker, manager: roll.below(20) } },
		{ verb: 'hr.terminate', args: { worker, lastDay: date } },
		{ verb: 'hr.rescind', args: { worker } },
		{ verb: 'hr.rehire', args: { worker, effective: date } },
		{ verb: 'hr.convert', args: { worker, to: 'employee', effective: date, fields } },
		{ verb: 'hr.convert', args: { worker, to: 'contingent', workerId: String(2_900_000 + n), effective: date } },
		{ verb: 'ad.edit', args: { account, attribute: 'title', value: `By hand ${n}` } },
		{ verb: 'ad.edit', args: { account, attribute: 'proxyAddresses', value: [`SMTP:a${n % 3}@contoso.com`] } },
		{ verb: 'ad.delete', args: { account } },
		{ verb: 'ad.grant', args: { account: 23, to: 'provAgentgMSA$' } },
		{ verb: 'connect.ouFilter', args: { unit: 'OU=Seattle', on: n % 2 > 0 } },
		{ verb: 'connect.run', args: { kind: roll.pick(['delta', 'initial']) } },
		{ verb: 'connect.set', args: { deletionThreshold: roll.pick([null, 1, 500]), staging: n % 7 === 0 } },
		{ verb: 'agent.stop', args: { agent: 'agent1' } },
		{ verb: 'agent.start', args: { agent: 'agent1' } },
		{ verb: 'job.start', args: { app } },
		{ verb: 'job.stop', args: { app } },
		{ verb: 'job.restart', args: { app } },
		{ verb: 'job.onDemand', args: { app: 'wd-ad', object: worker } },
		{ verb: 'job.setNotificationMail', args: { app: 'api-entra', address: 'iam@contoso.com' } },
		{ verb: 'api.post', args: { app: 'api-entra', records: [record] } },
		{ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [roll.below(world.tables.groups.next)] } },
		{ verb: 'user.softDelete', args: { user: account } }
	]) as Command;
}
