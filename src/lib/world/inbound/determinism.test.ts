import { describe, expect, it } from 'vitest';
import { createWorld, type Command, type World, type WorldOptions } from '#lib/world';
import { at } from '../testing/hybrid';
import { dice } from '../testing/random';

const minute = 60_000;
const end = at('03-05 08:00');

/** Something that a person might do in a company with HR; many are refused, and that is part of the test. */
function randomDeed(world: World, roll: ReturnType<typeof dice>): Command {
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

const options: WorldOptions = { preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] };

function live(seed: number, disturb: (world: World, roll: ReturnType<typeof dice>) => void): World {
	const world = createWorld(options);
	const roll = dice(seed);
	const other = dice(seed + 1_000_000);
	for (let step = 0; step < 40; step++) {
		const span = roll.below(60) * minute + roll.below(3) * 1000;
		const deed = randomDeed(world, roll);
		world.advance({ by: span });
		disturb(world, other);
		world.do(deed);
	}
	world.advance({ to: end });
	return world;
}

describe('a company with HR is a function of its seed and its commands', () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'a journal gives the same again, and so does a life with scrubbing (seed %i)',
		(seed) => {
			const world = live(seed, () => {});
			const again = createWorld(options);
			for (const { at: when, verb, args } of world.journal()) {
				again.advance({ to: when, before: true });
				expect(again.do({ verb, args } as Command).ok).toBe(true);
			}
			again.advance({ to: end });
			expect(again.fingerprint()).toBe(world.fingerprint());
			const scrubbed = live(seed, (one, roll) => {
				one.seek({ index: roll.below(one.sim.ledger.boundaries.length) });
				one.back();
			});
			expect(scrubbed.fingerprint()).toBe(world.fingerprint());
		}
	);

	it.each([11, 12, 13])('what Connect and the jobs left behind holds together (seed %i)', (seed) => {
		const { tables } = live(seed, () => {});
		const anchors = [...tables.users.all()].flatMap(({ attrs }) => (attrs.immutableId ? [attrs.immutableId] : []));
		expect(new Set(anchors).size).toBe(anchors.length);
		const names = [...tables.users.all()].map(({ attrs }) => String(attrs.userPrincipalName).toLowerCase());
		expect(new Set(names).size).toBe(names.length);
		const places = [...tables.adUsers.all()].map(({ attrs }) => String(attrs.distinguishedName).toLowerCase());
		expect(new Set(places).size).toBe(places.length);
		expect([...tables.connectExports.all()].every(({ held, failed }) => held || failed)).toBe(true);
	});
});
