import { text } from '#lib/scim/schema/define';
import type { AppDefinition, Check } from '../definition';
import { conflict } from '../refuse';
import { textAt } from './text-at';
import {
	authorizeButton,
	everyOperation,
	FULL_NAME,
	OWN_API,
	ownGroups,
	ownUsers,
	pick,
	row,
	standardGroup,
	texts
} from './standard';

/** an account that owns content is not deleted before somebody has moved the content. */
const check: Check = ({ op, type, aside }) => {
	if (type !== 'User') return undefined;
	if (op === 'create') return { aside: { ownsContent: true } };
	if (op === 'delete' && aside?.ownsContent === true) {
		throw conflict('login', 'The user still owns content; move it to another user first');
	}
	return undefined;
};

/** */
export const box: AppDefinition = {
	id: 'box',
	name: 'Box',
	host: 'https://api.box.com/scim/v2',
	connector: 'galleryOwnApi',
	note: OWN_API,
	credentials: authorizeButton,
	types: [
		ownUsers('box', [
			text('login', '', { required: true, uniqueness: 'server' }),
			...texts('name', 'job_title', 'phone', 'address', 'language', 'status')
		]),
		ownGroups('box', 'name')
	],
	mappings: {
		User: [
			row('[userPrincipalName]', 'login', { match: 1 }),
			row(FULL_NAME, 'name'),
			row('[jobTitle]', 'job_title'),
			row('[telephoneNumber]', 'phone'),
			row('[streetAddress]', 'address'),
			row('[preferredLanguage]', 'language'),
			row('Switch([IsSoftDeleted], , "False", "active", "True", "inactive")', 'status')
		],
		Group: [row('[displayName]', 'name', { match: 1 }), ...pick(standardGroup, 'members')]
	},
	/** */
	roles: ['User'],
	operations: { ...everyOperation, onDemandWhileRunning: false },
	userName: 'login',
	isActive: ({ data }) => textAt(data, 'status') !== 'inactive',
	check
};
