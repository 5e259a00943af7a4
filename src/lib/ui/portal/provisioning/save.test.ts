import { describe, expect, it } from 'vitest';
import { views } from '#lib/views';
import { createWorld, type World } from '#lib/world';
import type { Draft, Settings } from './draft';
import { createConfiguration, saveDraft, type Doors } from './save';

/** The engine without its worker: the same world, the same views. */
function doorsOf(world: World): Doors {
	return {
		query: async <T>(name: string, args?: unknown) => views[name as 'connectionTest'](world, args as never) as T,
		do: async (verb, args) => world.do({ verb, args })
	};
}

function opened() {
	const world = createWorld({ apps: ['byoa'] });
	const settings = (): Settings => views.configuration(world, { app: 'byoa' }).settings!;
	const save = (draft: Partial<Draft>) => saveDraft(doorsOf(world), { secrets: {}, ...draft }, 'byoa', settings());
	return { world, settings, save };
}

describe('saving the provisioning settings', () => {
	it('C-040: credentials that the application refuses are told with its answer, and nothing is saved', async () => {
		const { world, settings, save } = opened();
		const before = world.fingerprint();
		const saved = await save({ secrets: { SecretToken: 'wrong' }, mail: 'it@contoso.com' });
		expect(saved).toMatchObject({ done: 0, tested: { ok: false, status: 401 } });
		expect(saved.refusal).toMatch(/^Nothing was saved\. You appear to have entered invalid credentials\./);
		expect(world.fingerprint()).toBe(before);
		expect(settings().credentials.accepted).toBe(true);
	});

	it('C-040, S-001: a tenant URL that leads elsewhere is not saved either', async () => {
		const { settings, save } = opened();
		const BaseAddress = 'https://quillpad.exmaple/scim/v2';
		const saved = await save({ secrets: { BaseAddress } });
		expect(saved).toMatchObject({ done: 0, tested: { ok: false } });
		expect(saved.refusal).toContain('Please provide a valid tenant URL for your application.');
		expect(saved.refusal).toMatch(/In this simulation Quillpad answers at https:\S+ and nowhere else\.$/);
		const right = settings().credentials.fields.find(({ key }) => key === 'BaseAddress')!.value;
		expect(await save({ secrets: { BaseAddress: `${right}?aadOptscim062020` } })).toMatchObject({
			done: 1,
			refusal: null
		});
	});

	it('C-040: valid credentials are saved with everything else', async () => {
		const { world, settings, save } = opened();
		world.do({ verb: 'job.setCredential', args: { app: 'byoa', state: 'bad' } });
		const { token } = world.tables.apps.get(0)!;
		const saved = await save({ secrets: { SecretToken: token }, mail: 'it@contoso.com', scope: 'all' });
		expect(saved).toMatchObject({ done: 3, refusal: null, tested: null });
		expect(settings()).toMatchObject({ notificationMail: 'it@contoso.com', scope: { mode: 'all' } });
		expect(settings().credentials.accepted).toBe(true);
	});

	it('C-387: a scope that is changed before the first cycle waits for nothing, later for a restart', () => {
		const { world, settings } = opened();
		expect(settings().scope.waits).toBe(false);
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ by: 3_600_000 });
		expect(settings().scope.waits).toBe(true);
		world.do({ verb: 'job.stop', args: { app: 'byoa' } });
		expect(settings().scope.waits).toBe(true);
	});

	it('other settings are saved while the saved credentials do not work', async () => {
		const { world, save } = opened();
		world.do({ verb: 'job.setCredential', args: { app: 'byoa', state: 'bad' } });
		expect(await save({ mail: 'it@contoso.com' })).toMatchObject({ done: 1, refusal: null });
	});
});

describe('a new configuration', () => {
	function deleted() {
		const { world } = opened();
		world.do({ verb: 'job.delete', args: { app: 'byoa' } });
		const { offer } = views.configuration(world, { app: 'byoa' });
		const create = (SecretToken: string) => createConfiguration(doorsOf(world), { SecretToken }, 'byoa', offer!);
		return { world, offer, create };
	}

	it('is offered where there is a connector and no job', () => {
		const { world } = opened();
		expect(views.configuration(world, { app: 'byoa' }).offer).toBeNull();
		const { offer } = deleted();
		expect(offer!.fields.map(({ label, value }) => [label, value !== ''])).toEqual([
			['Tenant URL', true],
			['Secret Token', false]
		]);
		const manual = createWorld({ apps: ['timecard'] });
		expect(views.configuration(manual, { app: 'timecard' }).offer).toBeNull();
	});

	it('is created only after the connection was tested, and is off', async () => {
		const { world, create } = deleted();
		expect(await create('wrong')).toMatchObject({ done: 0, tested: { ok: false } });
		expect(views.configuration(world, { app: 'byoa' }).settings).toBeNull();
		const { token } = world.tables.apps.get(0)!;
		expect(await create(token)).toMatchObject({ done: 3, refusal: null });
		const { settings } = views.configuration(world, { app: 'byoa' });
		expect(settings).toMatchObject({ status: 'Off', credentials: { accepted: true } });
	});
});
