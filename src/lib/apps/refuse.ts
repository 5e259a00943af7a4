import { ScimError, type ScimType } from '#lib/scim/errors';

/**
 * A refusal with the vendor's own words. The status alone would select the error code (C-555); a code given here goes
 * into the header `x-provlab-error`, where the engine reads it.
 */
export function refuse(
	status: number,
	message: string,
	vendor: { code?: string; attribute?: string; value?: string; scimType?: ScimType } = {}
): ScimError {
	const { scimType, ...rest } = vendor;
	return new ScimError(status, scimType, message, rest);
}

export const missing = (attribute: string, message = `${attribute} is required`) =>
	refuse(400, message, { code: 'MandatoryFieldsMissing', attribute, scimType: 'invalidValue' });

export const conflict = (attribute: string, message: string, code = 'EntryConflict') =>
	refuse(409, message, { code, attribute, scimType: 'uniqueness' });

export const noSeat = (message: string, code = 'LicenseLimitExceeded') => refuse(403, message, { code });

export const invalidDomain = (attribute: string, value: string) =>
	refuse(400, `The domain of ${value} is not accepted`, { code: 'InvalidDomain', attribute, value });
