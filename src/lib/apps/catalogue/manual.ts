import { text } from '#lib/scim/schema/define';
import type { AppDefinition } from '../definition';
import { textAt } from './text-at';
import { ownUsers, texts } from './standard';

const byHand = {
	connector: 'none' as const,
	credentials: { kind: 'none' as const, fields: [] },
	mappings: { User: [] },
	operations: {
		create: false,
		update: false,
		disable: undefined,
		delete: false,
		groups: false,
		groupRename: false,
		onDemandWhileRunning: false
	}
};

/** accounts come from an uploaded file. */
export const timecard: AppDefinition = {
	...byHand,
	id: 'timecard',
	name: 'Northgate Timecard',
	host: 'https://timecard.northgate.example',
	note: 'No connector: accounts are kept by uploading a CSV file.',
	types: [
		ownUsers('timecard', [
			text('email', '', { required: true, uniqueness: 'server' }),
			...texts('employee_no', 'first_name', 'last_name', 'department', 'status')
		])
	],
	userName: 'email',
	isActive: ({ data }) => textAt(data, 'status') !== 'inactive'
};

/** an account is made at the first sign-in. */
export const larkspur: AppDefinition = {
	...byHand,
	id: 'larkspur',
	name: 'Larkspur Learning',
	host: 'https://learning.larkspur.example',
	note: 'No connector: accounts are made by signing in.',
	types: [
		ownUsers('larkspur', [
			text('nameId', '', { required: true, uniqueness: 'server' }),
			...texts('email', 'givenname', 'surname', 'department')
		])
	],
	userName: 'nameId',
	isActive: () => true
};
