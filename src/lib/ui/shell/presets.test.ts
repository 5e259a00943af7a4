import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { companyPresets } from './presets';

const minute = 60_000;
const employee = '1000900';

/** Somebody is hired in the system that masters people, so many minutes after the start; the minutes until the app has the account. */
function latency(value: string, after: number): number {
	const { options } = companyPresets.find((preset) => preset.value === value)!;
	const world = createWorld({ ...options, apps: ['snowflake'] });
	const start = world.clock;
	const must = (verb: string, args: object) => {
		const done = world.do({ verb, args } as never);
		if (!done.ok) throw new Error(done.message);
	};
	must('job.setScope', { app: 'snowflake', mode: 'all' });
	must('job.start', { app: 'snowflake' });
	// Where the sentence says that the job has to be started.
	const system = options.hr === 'successfactors' ? 'sf' : 'wd';
	if (options.preset === 'cloud-only' && options.hr) must('job.start', { app: `${system}-entra` });
	if (options.preset?.startsWith('HR-')) must('job.start', { app: `${system}-ad` });
	world.advance({ to: start + after * minute, before: true });
	hire(world, must);
	const hired = world.clock;
	const isThere = (now: World) => {
		const user = now.tables.usersByEmployeeId.first(employee);
		const job = now.tables.jobsByApp.first(now.tables.appsByKey.first('snowflake')!)!;
		return user !== undefined && now.sim.host.link(job, 'user', user) !== null;
	};
	world.advance({ to: hired + 6 * 60 * minute, until: isThere });
	return (world.clock - hired) / minute;
}

function hire(world: World, must: (verb: string, args: object) => void): void {
	const { hr, ad } = world.sim.host.tenantRow;
	if (hr !== 'none') {
		must('hr.hire', { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: employee });
		return;
	}
	const person = {
		displayName: 'Lena Fischer',
		givenName: 'Lena',
		mail: 'lena.fischer@contoso.com',
		department: 'Sales'
	};
	const names = { ...person, userPrincipalName: 'lena.fischer@contoso.com' };
	const unit = 'OU=Seattle,OU=Users,DC=contoso,DC=com';
	if (!ad) must('user.create', { attributes: { ...names, surname: 'Fischer', employeeId: employee } });
	else
		must('ad.create', {
			attributes: { ...names, cn: 'Lena Fischer', sn: 'Fischer', employeeID: employee, parentDistinguishedName: unit }
		});
}

describe('the latency that a preset tells', () => {
	it.each(
		companyPresets.map(({ value, sentence }) => [value, Number(/at most (\d+) min/.exec(sentence)?.[1])] as const)
	)('H-330, H-432: is the longest that a hire is on its way, whenever it is entered: %s', (value, most) => {
		const waited = Array.from({ length: 8 }, (_, n) => latency(value, 41 + n * 17));
		expect(Math.max(...waited)).toBeLessThanOrEqual(most + 1);
	});
});
