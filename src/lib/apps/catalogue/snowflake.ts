import { text } from '#lib/scim/schema/define';
import type { AppDefinition } from '../definition';
import {
	everyOperation,
	monthsAfter,
	pick,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser,
	tokenCredentials
} from './standard';

/** Groups become roles, memberships role grants; the token lives for six months. */
export const snowflake: AppDefinition = {
	id: 'snowflake',
	name: 'Snowflake',
	host: 'https://contoso.snowflakecomputing.com/scim/v2',
	connector: 'gallery',
	note: 'Groups become roles, memberships become role grants.',
	credentials: tokenCredentials,
	tokenEnds: (issued) => monthsAfter(issued, 6),
	types: [
		scimUsers(undefined, [
			{
				id: 'urn:ietf:params:scim:schemas:extension:2.0:User',
				name: 'SnowflakeUser',
				description: 'What Snowflake adds to a user',
				attributes: [
					text('defaultRole', 'The role of a new session.'),
					text('defaultWarehouse', 'The warehouse of a new session.'),
					text('defaultSecondaryRoles', 'ALL or nothing.')
				]
			}
		]),
		scimGroups
	],
	mappings: {
		User: pick(
			standardUser,
			'active',
			'displayName',
			'emails[type eq "work"].value',
			'userName',
			'name.givenName',
			'name.familyName',
			'externalId'
		),
		Group: pick(standardGroup, 'displayName', 'members')
	},
	discovery: false,
	operations: everyOperation,
	quirks: { groupNames: 'unique' },
	userName: 'userName'
};
