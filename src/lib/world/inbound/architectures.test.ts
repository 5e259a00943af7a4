import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { act, at, start } from '../testing/hybrid';

const app = 'snowflake';
const sales = 'DYN-Dept-Sales';
const lena = { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: '1000900' };

/** The first whole minute at which something that the newcomer needs was there. */
function moments(
	world: World,
	asked: Record<string, (world: World) => boolean>,
	until: string
): Record<string, string> {
	const seen: Record<string, string> = {};
	for (const name of Object.keys(asked)) {
		world.advance({ to: at(until), until: (now) => asked[name]!(now) });
		const minutes = Math.floor((world.clock - start) / 60_000) + 1;
		seen[name] = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	}
	return seen;
}

const inTenant = (world: World) => world.tables.usersByEmployeeId.first('1000900') !== undefined;
const inAd = (world: World) => world.tables.adByEmployeeId.first('1000900') !== undefined;
const inApp = (world: World) => {
	const user = world.tables.usersByEmployeeId.first('1000900');
	const job = world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!;
	return user !== undefined && world.sim.host.link(job, 'user', user) !== null;
};

/** The application with a group that the newcomer joins by rule. */
function assigned(world: World): World {
	const group = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === sales)!;
	act(world, '08:12', 'assign', { app, kind: 'group', who: [group.slot] });
	act(world, '08:20', 'job.start', { app });
	return world;
}

describe('S-79: the architectures of the planning guide on one clock', () => {
	it('H-430 to H-432: on-premises HR writes Active Directory, Connect and the app’s cycle follow', () => {
		const world = assigned(createWorld({ preset: 'hybrid', apps: [app] }));
		const attributes = {
			cn: lena.name,
			displayName: lena.name,
			givenName: 'Lena',
			sn: 'Fischer',
			department: 'Sales',
			mail: 'lena.fischer@contoso.com',
			userPrincipalName: 'lena.fischer@contoso.com',
			parentDistinguishedName: 'OU=Seattle,OU=Users,DC=contoso,DC=com',
			employeeID: lena.workerId
		};
		act(world, '09:11', 'ad.create', { attributes });
		expect(moments(world, { inTenant, inApp }, '12:00')).toEqual({ inTenant: '09:41', inApp: '10:21' });
	});

	it('H-330, H-333: cloud HR goes through the agent first', () => {
		const world = assigned(createWorld({ preset: 'hybrid-hr', apps: [app] }));
		act(world, '08:41', 'hr.hire', lena);
		expect(moments(world, { inAd, inTenant, inApp }, '12:00')).toEqual({
			inAd: '09:21',
			inTenant: '09:41',
			inApp: '10:21'
		});
	});

	it('H-440: a cloud-only user waits for the app’s cycle alone', () => {
		const world = assigned(createWorld({ apps: [app] }));
		const attributes = {
			userPrincipalName: 'lena.fischer@contoso.com',
			mail: 'lena.fischer@contoso.com',
			displayName: lena.name,
			givenName: 'Lena',
			surname: 'Fischer',
			department: 'Sales',
			employeeId: lena.workerId
		};
		act(world, '09:01', 'user.create', { attributes });
		expect(moments(world, { inApp }, '12:00')).toEqual({ inApp: '09:41' });
	});

	it('H-441: cloud HR straight to the tenant needs no second directory', () => {
		const world = assigned(createWorld({ hr: 'workday', apps: [app] }));
		act(world, '08:40', 'job.start', { app: 'wd-entra' });
		world.advance({ to: at('08:41'), before: true });
		act(world, '08:45', 'hr.hire', lena);
		expect(moments(world, { inTenant, inApp }, '12:00')).toEqual({ inTenant: '09:21', inApp: '09:41' });
	});
});
