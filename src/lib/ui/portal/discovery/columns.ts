import type { ViewData } from '#lib/views';
import type { CellMark, Column } from '../../kit';

export type Account = ViewData<'discovery'>['rows'][number];
export type Category = Account['category'];

/** One of the three, in the words of the portal. */
export const categoryWords: { readonly [category in Category]: string } = {
	local: 'Local account',
	unassigned: 'Unassigned user',
	assigned: 'Assigned user'
};

export const tabWords: { readonly [category in Category | 'all']: string } = {
	all: 'All accounts',
	local: 'Local accounts',
	unassigned: 'Unassigned users',
	assigned: 'Assigned users'
};

export function categoryNamed(name: string): Category | 'all' {
	return Object.hasOwn(categoryWords, name) ? (name as Category) : 'all';
}

/** What each of the three means, and what comes next. */
export function meaningOf(category: Category | 'all', app: string): string {
	switch (category) {
		case 'all':
			return `Every account that ${app} listed, whoever made it.`;
		case 'local':
			return `Nobody in the directory matches them: people who left, service accounts, accounts made by hand, or values that are spelt differently. No cycle touches them.`;
		case 'unassigned':
			return `They match a user who is not assigned to ${app}. Once assigned, they are matched and managed by the cycles that follow.`;
		case 'assigned':
			return `They match a user who is assigned to ${app}: provisioning manages them. Nothing has to be done.`;
	}
}

export const categoryMarks: { readonly [category in Category]: CellMark } = {
	local: { mark: 'disable', tone: 'quiet' },
	unassigned: { mark: 'waiting', tone: 'warn' },
	assigned: { mark: 'success', tone: 'success' }
};

const managedWords = ({ slot, managed }: Account) =>
	slot === null ? 'The account is gone' : managed ? 'Provisioning' : 'Nobody';

export function discoveryColumns(target: string, user: Column<Account>['cell']): Column<Account>[] {
	return [
		{
			id: 'name',
			head: 'Account',
			text: ({ name }) => name,
			identity: true,
			order: false,
			width: 'minmax(10rem, 2fr)',
			phone: 'title'
		},
		{
			id: 'value',
			head: target,
			text: ({ value }) => value,
			tone: 'quiet',
			order: false,
			width: 'minmax(10rem, 2fr)',
			from: 1000,
			phone: 'facts'
		},
		{
			id: 'category',
			head: 'Category',
			text: ({ category }) => categoryWords[category],
			mark: ({ category }) => categoryMarks[category],
			order: false,
			width: 'minmax(8.5rem, 1fr)',
			phone: 'status'
		},
		{
			id: 'user',
			head: 'Matched user',
			text: ({ user }) => user?.name ?? '',
			cell: user,
			order: false,
			width: 'minmax(9rem, 1.5fr)'
		},
		{
			id: 'state',
			head: 'State',
			text: ({ active }) => (active ? 'Active' : 'Inactive'),
			tone: 'quiet',
			order: false,
			from: 1500
		},
		{ id: 'managed', head: 'Managed by', text: managedWords, tone: 'quiet', order: false, from: 820 }
	];
}
