import { describe, expect, it } from 'vitest';
import { waveSchema } from '#lib/world/pilot';
import { waveKinds, waveOf, whoWords } from './waves';

const names = new Map([[4, 'Pilot-W1-IT']]);
const wave = (who: Parameters<typeof whoWords>[0]['who']) => ({ id: 'a', name: 'First', who });

describe('who comes in a wave', () => {
	it('is told in words, a group by its name where that is known', () => {
		expect(whoWords(wave({ is: 'number', count: 1 }), names)).toBe('The next 1 person');
		expect(whoWords(wave({ is: 'number', count: 2000 }), names)).toBe('The next 2,000 people');
		expect(whoWords(wave({ is: 'number', count: null }), names)).toBe('Everybody who is left');
		expect(whoWords(wave({ is: 'groups', groups: [4, 9] }), names)).toBe('Members of Pilot-W1-IT, group 9');
		expect(whoWords(wave({ is: 'rule', rule: 'user.city -eq "Oslo"' }), names)).toBe(
			'Whoever meets user.city -eq "Oslo"'
		);
	});

	it('begins as something the engine takes, except that groups have to be chosen first', () => {
		for (const { value } of waveKinds) {
			const read = waveSchema.safeParse(wave(waveOf(value)));
			expect([value, read.success]).toEqual([value, value !== 'groups']);
		}
	});
});
