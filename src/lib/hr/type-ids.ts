import type { HrSystem } from './dates';

/** H-364: options of picklists, as the tutorial has them, and as a tenant of its own may have them. */
const usual = { emailType: '8448', businessPhoneType: '10605', cellPhoneType: '10606' } as const;
const own = { emailType: '5423', businessPhoneType: '6117', cellPhoneType: '6118' } as const;

export function picklistOf(hasOwn: boolean): Readonly<Record<string, string>> {
	return hasOwn ? own : usual;
}

/** Why a tenant does not take what is written, or null. */
export function typeRefusal(
	system: HrSystem,
	hasOwn: boolean,
	values: { readonly [name: string]: unknown }
): string | null {
	if (system === 'workday') {
		// H-350: the connector always sends these ids.
		const writesContact = Object.keys(values).some((name) => /^(EmailAddress|landline|mobile)/.test(name));
		return hasOwn && writesContact
			? 'Invalid ID value. WORK is not a valid ID value for type Communication_Usage_Type_ID.'
			: null;
	}
	const options = picklistOf(hasOwn);
	const wrong = Object.keys(options).find(
		(name) => values[name] !== undefined && String(values[name]) !== options[name]
	);
	return wrong === undefined ? null : `${String(values[wrong])} is not an option of the picklist ${wrong}.`;
}
