import { describe, expect, it } from 'vitest';
import { suggestionsAt } from '#lib/tenant/dynamic';
import { stillOffered } from './rule-offers';

const answerTo = (rule: string, caret = rule.length) => ({ rule, suggestions: suggestionsAt(rule, caret) });

describe('What a rule editor offers before the newest text was read', () => {
	it('is what was offered for the word begun, as far as it fits what was typed since', () => {
		const offered = stillOffered(answerTo('user.'), 'user.dep', 8);
		expect(offered).toEqual(suggestionsAt('user.dep', 8));
		expect(offered?.texts).toEqual(['user.department']);
	});

	it('is nothing once the word has ended, or was never begun that way', () => {
		expect(stillOffered(answerTo('user.dep'), 'user.department ', 16)).toBeNull();
		expect(stillOffered(answerTo('user.dep'), 'user.city', 9)).toBeNull();
	});

	it('is nothing where letters were taken back: more fits than was offered', () => {
		expect(stillOffered(answerTo('user.dep'), 'user.', 5)).toBeNull();
	});

	it('is nothing where something before the word has changed, or the caret stands elsewhere', () => {
		const answer = answerTo('user.city -e');
		expect(stillOffered(answer, 'user.town -eq', 13)).toBeNull();
		expect(stillOffered(answer, 'user.city -e', 4)).toBeNull();
		expect(stillOffered(answer, 'user.city -e', 12)?.texts).toContain('-eq');
	});
});
