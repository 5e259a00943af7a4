import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/scim/types';
import { plainTarget } from './plain';
import { scimTarget } from './scim';
import type { TargetObject } from './target';

describe('a list that is only added to', () => {
	const shown: TargetObject = { id: 'a', get: () => ['one', 'two'] };
	const change = { path: 'tags', value: ['three'], op: 'Add' } as const;
	const sent = (target: ReturnType<typeof plainTarget>, before = shown) =>
		JSON.parse(target.update('user', 'a', [change], before).body!) as JsonObject;

	it('C-212: goes to an application as an addition, to a directory as the whole list', () => {
		expect(sent(scimTarget('legacy', 'tok')).Operations).toEqual([{ op: 'Add', path: 'tags', value: ['three'] }]);
		expect(sent(plainTarget())).toEqual({ tags: ['one', 'two', 'three'] });
		expect(sent(plainTarget(), { id: 'a', get: () => undefined })).toEqual({ tags: ['three'] });
	});
});
