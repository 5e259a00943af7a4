import type { JsonObject } from '#lib/scim/types';
import type { AppDefinition, Check } from '../definition';
import { conflict, invalidDomain, noSeat, refuse } from '../refuse';
import { accepts, changed, isTaken, requireSeat, typed } from './checks';
import { textAt } from './text-at';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import { authorizeButton, everyOperation, pick, row, scimUsers, standardUser } from './standard';

const userType = /^(Basic|Licensed|On-Prem|Pro|Corp)$/;
/** */
const BASIC_USERS = 9999;

/** */
const check: Check = (change, around) => {
	const { op, data, before } = change;
	if (op === 'delete') return undefined;
	const { settings } = around;
	if (settings.sso === false) throw refuse(400, 'Single sign-on is not enabled on the account');
	const name = textAt(data, 'userName');
	if (op === 'create' && isTaken(settings, name)) throw conflict('userName', `${name} belongs to another Zoom account`);
	const type = textAt(data, 'userType') || 'Basic';
	if (!userType.test(type)) {
		throw refuse(400, `userType ${type} is not known`, {
			code: 'AttributeValidationFailed',
			attribute: 'userType',
			value: type
		});
	}
	const licensed = (of: JsonObject) => of.userType === 'Licensed' && of.active !== false;
	requireSeat(change, around, licensed(data), before !== undefined && licensed(before.data));
	const basic = type === 'Basic' && (op === 'create' || changed(change, 'userType'));
	if (basic && around.count('User', 'userType', 'Basic') >= BASIC_USERS) {
		throw noSeat(`An account can have ${BASIC_USERS} basic users`);
	}
	const email = typed(data, 'emails');
	if (before && email !== typed(before.data, 'emails') && !accepts(settings, email)) {
		throw invalidDomain('emails[type eq "work"].value', email);
	}
	return data.userType === undefined ? { data: { ...data, userType: type } } : undefined;
};

/** */
export const zoom: AppDefinition = {
	id: 'zoom',
	name: 'Zoom',
	host: 'https://api.zoom.us/scim',
	connector: 'gallery',
	credentials: authorizeButton,
	types: [scimUsers()],
	mappings: {
		User: [
			...pick(
				standardUser,
				'userName',
				'active',
				'name.givenName',
				'name.familyName',
				'emails[type eq "work"].value',
				`${ENTERPRISE_USER}:department`
			),
			row('SingleAppRoleAssignment([appRoleAssignments])', 'userType')
		]
	},
	/** */
	roles: ['Basic', 'Licensed', 'On-Prem'],
	operations: { ...everyOperation, groups: false, groupRename: false, onDemandWhileRunning: false },
	indexes: { User: ['userType'] },
	settings: { domains: { 'contoso.com': true, 'fabrikam.com': true } },
	userName: 'userName',
	namesElsewhere: true,
	countsSeats: true,
	takesSeat: ({ data }) => data.userType === 'Licensed' && data.active !== false,
	accepts: { userType },
	check
};
