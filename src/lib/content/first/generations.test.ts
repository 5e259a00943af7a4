import { describe, expect, it } from 'vitest';
import { eraProfile, eras } from '#lib/engine/eras';
import { differences, generations } from './generations';

const told = (what: string) => differences.find((one) => one.what === what)!.values;

describe('the page of the generations', () => {
	it('C-001, C-002, C-015, C-057: tells of each generation what the simulation does in it', () => {
		expect(generations).toEqual(eras);
		eras.forEach((era, at) => {
			const profile = eraProfile(era);
			expect(told('Interval that the schedule reports')[at]).toBe(profile.scheduleInterval);
			expect(told('A target that keeps failing')[at]!.startsWith('quarantine')).toBe(profile.quarantine);
			expect(told('After four weeks of it')[at]).toBe(profile.switchOff ? 'switched off' : 'goes on');
			expect(told('A hard-deleted user')[at] === 'DELETE').toBe(profile.deletes);
			expect(told('Provision on demand')[at]).toBe(profile.onDemand === 'no' ? 'not there' : profile.onDemand);
			expect(told('Accidental deletion prevention')[at] === 'not there').toBe(!profile.deletionThreshold);
			expect(told('Account Discovery')[at] === 'not there').toBe(!profile.accountDiscovery);
			expect(told('Name of the source system in the log')[at]).toBe(profile.sourceSystem);
		});
	});
});
