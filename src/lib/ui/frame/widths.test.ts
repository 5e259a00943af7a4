import { describe, expect, it } from 'vitest';
import { drawerOverlays, widthsFor } from './widths';

describe('the frame and the width of the window', () => {
	it('has navigation 224 and drawer 400 from 1600 on, 200 and 328 below', () => {
		expect(widthsFor(1920)).toMatchObject({ nav: 224, why: { initial: 400 }, folded: false, sheet: false });
		expect(widthsFor(1599)).toMatchObject({ nav: 200, why: { initial: 328 }, next: true });
	});

	it('folds the navigation to icons and drops Next below 1180', () => {
		expect(widthsFor(1179)).toMatchObject({ nav: 48, folded: true, next: false, search: true });
		expect(widthsFor(1023).search).toBe(false);
	});

	it('makes the navigation a sheet below 900 and a phone of it below 600', () => {
		expect(widthsFor(899)).toMatchObject({ nav: 0, sheet: true, folded: false, phone: false });
		expect(widthsFor(599).phone).toBe(true);
	});

	it('lays the drawer over the centre before the centre gets narrower than 560', () => {
		expect(drawerOverlays(1280, 200, 328)).toBe(false);
		expect(drawerOverlays(1280, 200, 521)).toBe(true);
		expect(drawerOverlays(1179, 48, 280)).toBe(true);
	});
});
