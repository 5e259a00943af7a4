import { expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views } from '../index';

it('H-362: writeback offers to update only', () => {
	const offered = (app: string) =>
		views.mappings(createWorld({ preset: 'hybrid-hr', hr: 'successfactors', apps: ['byoa'] }), { app }).users?.offered;
	expect(offered('sf-wb')).toEqual(['update']);
	expect(offered('sf-ad')).toEqual(['create', 'update', 'delete']);
});

const titles = (preset: 'hybrid-hr' | 'cloud-only', hr: 'workday' | 'successfactors', app: string) =>
	views.mappings(createWorld({ preset, hr, apps: ['byoa'] }), { app }).users?.title;

it('H-027: a job from human resources has a mapping with a name of its own', () => {
	expect(titles('hybrid-hr', 'workday', 'wd-ad')).toBe('Synchronize Workday Workers to On Premises Active Directory');
	expect(titles('cloud-only', 'workday', 'wd-entra')).toBe('Synchronize Workday Workers to Microsoft Entra ID');
	expect(titles('hybrid-hr', 'successfactors', 'sf-ad')).toBe(
		'Synchronize SuccessFactors Users to On Premises Active Directory'
	);
	expect(titles('hybrid-hr', 'workday', 'byoa')).toBe('Provision Microsoft Entra ID Users');
});
