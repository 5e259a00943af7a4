import { describe, expect, it } from 'vitest';
import { createWorld, type WorldOptions } from '#lib/world';
import { must } from '../testing.fixture';
import { wayOf } from './way';

const way = (options: WorldOptions) => wayOf(createWorld(options));

describe('how long a change is on its way', () => {
	it('H-330, H-432, H-440, H-441: is told for each architecture of the planning guide', () => {
		const told = (options: WorldOptions) => {
			const { architecture, legs, total } = way(options);
			return [architecture, legs.map(({ minutes }) => minutes).join(' + '), total];
		};
		expect(told({ preset: 'hybrid-hr' })).toEqual(['Cloud HR over Active Directory', '40 + 30 + 40', 110]);
		expect(told({ preset: 'cloud-only', hr: 'successfactors' })).toEqual([
			'Cloud HR straight to the tenant',
			'40 + 40',
			80
		]);
		expect(told({ preset: 'hybrid' })).toEqual(['Hybrid', '30 + 40', 70]);
		expect(told({ preset: 'cloud-only' })).toEqual(['Cloud only', '40', 40]);
	});

	it('goes by the generation of the service, and says what does not run', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		expect(wayOf(world).legs.map(({ off }) => off)).toEqual([false, false, false]);
		must(world, 'world.set', { era: 2017 });
		must(world, 'job.stop', { app: 'wd-ad' });
		must(world, 'connect.scheduler', { on: false });
		const { legs, total } = wayOf(world);
		expect(total).toBe(50);
		expect(legs.map(({ off }) => off)).toEqual([true, true, false]);
		expect(way({ preset: 'HR-greenfield' }).legs[0]!.off).toBe(true);
	});
});
