import type { Resource } from '../types';

export const MEMBER_OF = 'Member.group';
export const MEMBERSHIPS = 'Member.value';

export const memberPlans = [
	{ name: MEMBER_OF, type: 'Member', keys: ({ data }: Resource) => data.group as string },
	{ name: MEMBERSHIPS, type: 'Member', keys: ({ data }: Resource) => data.value as string }
];
