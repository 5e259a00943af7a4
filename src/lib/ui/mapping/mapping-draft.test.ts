import { describe, expect, it } from 'vitest';
import { parseExpression, type AttributeMapping } from '#lib/engine/mapping';
import {
	changesOf,
	draftRows,
	expressionOf,
	isMappingDraft,
	missing,
	newMapping,
	nextPrecedence,
	noDraft,
	saveCommands,
	settled,
	unsent,
	withExpression,
	withType,
	type Choices,
	type Saved
} from './mapping-draft';

const direct = (target: string, attribute: string, more: Partial<AttributeMapping> = {}): AttributeMapping => ({
	target,
	source: { type: 'Direct', attribute },
	...more
});
const list = [direct('userName', 'userPrincipalName', { matchingPrecedence: 1 }), direct('title', 'jobTitle')];
const saved = {
	enabled: true,
	create: true,
	update: true,
	delete: true,
	rows: list.map((mapping) => ({ mapping }))
} as unknown as Saved;

describe('a draft of attribute mappings', () => {
	it('tells what is new, changed and left out, by target', () => {
		const draft = [list[0]!, direct('nickName', 'mailNickname')];
		expect(draftRows(list, draft).map(({ index, mapping, state }) => [index, mapping.target, state])).toEqual([
			[0, 'userName', 'saved'],
			[1, 'nickName', 'new'],
			[-1, 'title', 'removed']
		]);
		expect(changesOf(saved, { ...noDraft, attributes: draft })).toBe(2);
		expect(draftRows(list, [list[0]!, direct('title', 'department')])[1]!.state).toBe('changed');
	});

	it('is no draft any more once everything is as it is saved', () => {
		expect(
			settled(saved, { attributes: [...list], actions: { create: true, update: true, delete: true }, enabled: true })
		).toBeNull();
		const draft = settled(saved, {
			attributes: [...list],
			actions: { create: true, update: true, delete: false },
			enabled: null
		});
		expect(draft).toEqual({ ...noDraft, actions: { create: true, update: true, delete: false } });
		expect(changesOf(saved, draft)).toBe(1);
	});

	it('keeps what has been changed since it was sent, also what was put back meanwhile', () => {
		const actions = { create: true, update: true, delete: false };
		const sent = { ...noDraft, attributes: [list[0]!], actions };
		expect(unsent(sent, sent)).toBeNull();
		expect(unsent({ ...sent, attributes: list }, sent)).toEqual({ ...noDraft, attributes: list });
		expect(unsent({ ...sent, enabled: false }, sent)).toEqual({ ...noDraft, enabled: false });
	});

	it('saves each different part with its own command', () => {
		const verbs = saveCommands('byoa', 'groups', { attributes: list, actions: null, enabled: false });
		expect(verbs).toEqual([
			{ verb: 'job.setGroupMapping', args: { app: 'byoa', enabled: false } },
			{ verb: 'job.saveMapping', args: { app: 'byoa', object: 'groups', attributes: list } }
		]);
		expect(saveCommands('byoa', 'users', noDraft)).toEqual([]);
	});

	it('reads back only what is a draft', () => {
		expect(isMappingDraft(JSON.parse(JSON.stringify({ ...noDraft, attributes: list })))).toBe(true);
		for (const other of [null, 3, {}, { attributes: [{ target: 'x' }], actions: null, enabled: null }])
			expect(isMappingDraft(other)).toBe(false);
	});

	it('carries over what was typed when the mapping type changes', () => {
		const expression = withType(direct('title', 'jobTitle'), 'Expression');
		expect(expression.source).toEqual({ type: 'Expression', expression: '[jobTitle]' });
		expect(withType(expression, 'Direct').source).toEqual({ type: 'Direct', attribute: 'jobTitle' });
		expect(withType(expression, 'None').source).toEqual({ type: 'None' });
		expect(missing(withType(withType(expression, 'None'), 'Direct'))).toBe('Choose a source attribute.');
	});

	it('shows a constant as an expression that can be read, quotes and backslashes included', () => {
		const text = expressionOf({ target: 'x', source: { type: 'Constant', value: 'a "b" \\ c' } });
		expect(parseExpression(text)).toMatchObject({ kind: 'text', value: 'a "b" \\ c' });
	});

	it('takes an expression from the bench for a target that is mapped, and for one that is not', () => {
		const changed = withExpression(saved, null, 'title', '[department]')!;
		expect(changed.attributes![1]).toEqual({
			target: 'title',
			source: { type: 'Expression', expression: '[department]' }
		});
		const both = withExpression(saved, changed, 'nickName', '[mailNickname]')!;
		expect(both.attributes!.map(({ target }) => target)).toEqual(['userName', 'title', 'nickName']);
	});

	it('M-050: a new mapping takes the first free target, a new match the next precedence', () => {
		const targets = [
			{ name: 'userName', type: 'String' },
			{ name: 'manager', type: 'Reference' },
			{ name: 'nickName', type: 'String' }
		];
		expect(newMapping({ targets } as unknown as Choices, list).target).toBe('nickName');
		expect(nextPrecedence(list)).toBe(2);
	});
});
