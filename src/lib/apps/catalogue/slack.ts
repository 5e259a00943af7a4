import { text } from '#lib/scim/schema/define';
import { enterpriseSchema } from '#lib/scim/schema/user';
import type { Schema } from '#lib/scim/schema/types';
import type { AppDefinition, Check } from '../definition';
import { refuse } from '../refuse';
import { keepInstead, requireTexts, truncated } from './checks';
import { textAt } from './text-at';
import {
	authorizeButton,
	everyOperation,
	pick,
	row,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser
} from './standard';

const ENTERPRISE_1 = 'urn:scim:schemas:extension:enterprise:1.0';

const enterprise1: Schema = {
	...enterpriseSchema,
	id: ENTERPRISE_1,
	attributes: [
		...enterpriseSchema.attributes.filter((a) => a.name !== 'manager'),
		text('manager', "The manager's id in this application.", { caseExact: true })
	]
};

const requires = ['emails[type eq "work"].value'];

/** 21 characters; a longer name is refused in Slack's own word. A-168: other texts are cut and stored. */
const check: Check = (change) => {
	if (change.type !== 'User') return undefined;
	const kept = keepInstead(change, { active: false });
	if (kept || change.op === 'delete') return kept;
	const { data } = change;
	const userName = textAt(data, 'userName');
	if (userName.length > 21) {
		throw refuse(400, 'long_username', { code: 'UnprocessableEntity', attribute: 'userName', value: userName });
	}
	requireTexts(change, requires);
	return { data: truncated(data, { displayName: 80, title: 120, nickName: 21 }) };
};

const untyped = (part: string) => `addresses[type eq "untyped"].${part}`;
const enterprise = (name: string) => `${ENTERPRISE_1}:${name}`;

/** */
export const slack: AppDefinition = {
	id: 'slack',
	name: 'Slack',
	host: 'https://api.slack.com/scim/v1',
	connector: 'gallery',
	note: 'Slack speaks SCIM 1.1; here it is served over SCIM 2.0.',
	credentials: authorizeButton,
	types: [scimUsers(undefined, [enterprise1]), scimGroups],
	requires: () => requires,
	mappings: {
		User: [
			row('[mail]', 'emails[type eq "work"].value', { match: 1 }),
			row('Mid([mailNickname], 1, 21)', 'userName', { match: 2 }),
			row('[displayName]', 'displayName', { onlyOnCreate: true }),
			...pick(
				standardUser,
				'active',
				'name.givenName',
				'name.familyName',
				'title',
				'preferredLanguage',
				'phoneNumbers[type eq "work"].value',
				'phoneNumbers[type eq "mobile"].value'
			),
			row('[mailNickname]', 'nickName', { off: true }),
			row('[objectId]', 'externalId'),
			row('[streetAddress]', untyped('streetAddress')),
			row('[city]', untyped('locality')),
			row('[state]', untyped('region')),
			row('[postalCode]', untyped('postalCode')),
			row('[country]', untyped('country')),
			row('[department]', enterprise('department')),
			row('[employeeId]', enterprise('employeeNumber')),
			row('[manager]', enterprise('manager'), { reference: true })
		],
		Group: pick(standardGroup, 'displayName', 'members')
	},
	matching: ['userName', 'emails[type eq "work"].value'],
	operations: { ...everyOperation, delete: false, onDemandWhileRunning: false },
	userName: 'userName',
	accepts: { displayName: /^[^@]*$/ },
	check,
	limits: { createsPerMinute: 180, writesPerMinute: 600, readsPerMinute: 1000 }
};
