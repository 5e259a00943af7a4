import type { Json } from '#lib/engine/base';
import { VERIFIED_DOMAINS } from '#lib/content/company/tenant';
import type { Simulation } from '../simulation';
import { Refused } from './command';

/** What a sign-in name may be made of (H-201); a guest's has a # in it. */
const characters = /^[A-Za-z0-9'.\-_!#^~]+$/;

/** SC-10: Microsoft Graph's own sentence. */
const notVerified =
	'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.';

/** A sign-in name that the tenant takes: one @, letters that it knows, a domain of its own, and nobody else has it. */
export function checkUserName(sim: Simulation, name: Json, except: number): void {
	const [alias = '', domain = '', ...more] = typeof name === 'string' ? name.split('@') : [];
	if (!characters.test(alias) || domain === '' || more.length > 0)
		throw new Refused(
			"Property userPrincipalName is invalid. It is alias@domain, of A-Z, a-z, 0-9 and ' . - _ ! # ^ ~"
		);
	if (!isVerified(sim, domain.toLowerCase()))
		throw new Refused(`${notVerified} (Verified here: ${VERIFIED_DOMAINS.join(', ')}.)`);
	unusedUserName(sim, String(name), except);
}

/** The company's own domains, and those that a list of people brought with it. */
function isVerified(sim: Simulation, domain: string): boolean {
	if (VERIFIED_DOMAINS.includes(domain)) return true;
	for (const { attrs } of sim.tables.users.all())
		if (String(attrs.userPrincipalName).toLowerCase().endsWith(`@${domain}`)) return true;
	return false;
}

/** Two users never share a sign-in name; one in the recycle bin has given it away (H-464). */
export function unusedUserName(sim: Simulation, name: string, except: number): void {
	const { users, usersByUpn } = sim.tables;
	for (const slot of usersByUpn.get(name.toLowerCase()))
		if (slot !== except && users.get(slot)!.softDeletedAt === null)
			throw new Refused(`Another object with the same value for property userPrincipalName already exists: ${name}.`);
}

/** A manager is somebody else who is there; whoever closes a circle is accepted, as the tenant does. */
export function checkManager(sim: Simulation, manager: Json, user: number): void {
	if (manager === null) return;
	if (manager === user) throw new Refused('Nobody is their own manager.');
	const row = typeof manager === 'number' ? sim.tables.users.get(manager) : null;
	if (!row || row.softDeletedAt !== null) throw new Refused('The manager is not a user of this tenant.');
}
