import { text } from '#lib/scim/schema/define';
import { groupSchema } from '#lib/scim/schema/group';
import { userSchema } from '#lib/scim/schema/user';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import type { AppDefinition, Check } from '../definition';
import { requireDomain, requireTexts } from './checks';
import { everyOperation, pick, scimGroups, scimUsers, standardGroup, standardUser, tokenCredentials } from './standard';

const department = `${ENTERPRISE_USER}:department`;
const externalId = text('externalId', "The client's own id.", { caseExact: true });
/** */
const requires = ['userName', 'externalId', 'active', 'displayName', department];

/** required values first, then the domain, which the vendor's support must have created. */
const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	requireTexts(change, requires);
	requireDomain(change, around, 'userName');
	return undefined;
};

/** */
export const zscaler: AppDefinition = {
	id: 'zscaler',
	name: 'Zscaler',
	host: 'https://scim.zscaler.net/contoso/scim',
	connector: 'gallery',
	credentials: tokenCredentials,
	types: [
		scimUsers({ ...userSchema, attributes: [externalId, ...userSchema.attributes] }),
		{
			...scimGroups,
			schema: {
				...groupSchema,
				attributes: [{ ...externalId, required: true }, ...groupSchema.attributes]
			}
		}
	],
	requires: () => requires,
	mappings: {
		User: pick(
			standardUser,
			'userName',
			'externalId',
			'active',
			'name.givenName',
			'name.familyName',
			'displayName',
			department
		),
		Group: pick(standardGroup, 'displayName', 'externalId', 'members')
	},
	filterable: { User: ['userName'], Group: ['displayName', 'members'] },
	operations: everyOperation,
	settings: { domains: { 'contoso.com': true, 'fabrikam.com': true } },
	userName: 'userName',
	check
};
