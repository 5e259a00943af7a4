import type { AttributeMapping } from '#lib/engine/mapping';
import type { HrSystem } from './dates';

/** The field of a worker that a writeback target stands for (H-341, H-360); numbers are kept apart. */
export const writeBackFields: Readonly<Record<HrSystem, Readonly<Record<string, string>>>> = {
	workday: { UserID: 'UserID', EmailAddress: 'EmailAddress' },
	successfactors: {
		username: 'User.username',
		email: 'PerEmail.emailAddress',
		loginMethod: 'User.loginMethod',
		...Object.fromEntries(
			Array.from({ length: 15 }, (_, n) => `custom${String(n + 1).padStart(2, '0')}`).map((name) => [
				name,
				`User.${name}`
			])
		)
	}
};

const phoneFields: Readonly<Record<string, string>> = {
	landlineNumber: 'PrimaryWorkTelephone',
	mobileNumber: 'Mobile',
	businessPhoneNumber: 'PerPhone.businessPhone',
	cellPhoneNumber: 'PerPhone.cellPhone'
};

/** Under which name the tenant keeps what Active Directory calls so, where the two differ. */
const entraNames: Readonly<Record<string, string>> = { employeeID: 'employeeId', sn: 'surname', title: 'jobTitle' };

function reads({ source }: AttributeMapping): readonly string[] {
	if (source.type === 'Direct') return [source.attribute];
	return source.type === 'Expression' ? [...source.expression.matchAll(/\[([\w.]+)\]/g)].map(([, name]) => name!) : [];
}

/**
 * H-321: attributes of the user that an inbound job writes from a field of HR at every change, while writeback writes
 * that field from the attribute: whoever writes last wins.
 */
export function loops(
	system: HrSystem,
	inbound: readonly AttributeMapping[],
	writeback: readonly AttributeMapping[]
): readonly string[] {
	const fieldOf = (target: string) => writeBackFields[system][target] ?? phoneFields[target];
	const found = new Set<string>();
	for (const back of writeback) {
		const field = fieldOf(back.target);
		if (field === undefined || back.flowType === 'ObjectAddOnly') continue;
		for (const one of inbound) {
			const attribute = entraNames[one.target] ?? one.target;
			if (one.flowType !== 'ObjectAddOnly' && reads(one).includes(field) && reads(back).includes(attribute))
				found.add(attribute);
		}
	}
	return [...found].sort();
}
