import { describe, expect, it } from 'vitest';
import type { Preview } from '#lib/world/preview';
import { previewSentence } from './preview-words';

const none = { create: 0, update: 0, enable: 0, disable: 0, delete: 0, staged: 0, other: 0, failed: 0, skipped: 0 };
const told = (more: Partial<Preview>): Preview => ({
	refused: null,
	cycle: { kind: 'initial', at: 0, end: 1 },
	afterRunning: false,
	afterStart: false,
	counts: none,
	rows: [],
	quarantine: null,
	...more
});

describe('the sentence before saving', () => {
	it('counts what would happen', () => {
		expect(previewSentence(told({ counts: { ...none, update: 1312, disable: 4, failed: 1 } }))).toBe(
			'This will start a new initial cycle: 1,312 updates, 4 disables, 1 failure.'
		);
		expect(previewSentence(told({}))).toBe('This will start a new initial cycle: nothing changes.');
	});

	it('says what it waits for, and why it cannot be saved', () => {
		expect(previewSentence(told({ afterStart: true }))).toContain('once provisioning is started');
		expect(previewSentence(told({ refused: 'No.' }))).toBe('This cannot be saved: No.');
	});
});
