import { describe, expect, it } from 'vitest';
import { journeyLines, type Step } from './table';

const systems = [
	{ id: 'hr', name: 'HR' },
	{ id: 'entra', name: 'Entra ID' },
	{ id: 'slack', name: 'Slack' }
];
const day = Date.UTC(2026, 2, 3);
const step = (seq: number, at: number, system: string) => ({ seq, at: day + at, system }) as Step;

describe('the journey of a person', () => {
	it('stands in a column for each system, time downwards, one moment a line', () => {
		const rows = [step(1, 0, 'hr'), step(2, 0, 'entra'), step(3, 60_000, 'slack'), step(4, 60_000, 'slack')];
		const lines = journeyLines({ systems, rows });
		expect(lines.map(({ cells }) => cells.map((cell) => cell.map(({ seq }) => seq)))).toEqual([
			[[1], [2], []],
			[[], [], [3, 4]]
		]);
	});

	it('says where a day begins', () => {
		const rows = [step(1, 0, 'hr'), step(2, 1000, 'hr'), step(3, 86_400_000, 'hr')];
		expect(journeyLines({ systems, rows }).map(({ isNewDay }) => isNewDay)).toEqual([true, false, true]);
	});
});
