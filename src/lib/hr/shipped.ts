import type { DefaultMapping } from '#lib/apps';
import { apiToAd, apiToEntra } from './mappings-api';
import * as successFactors from './mappings-successfactors';
import * as workday from './mappings-workday';
import { adTargets, entraTargets, hrTargets } from './targets';
import type { TemplateId } from './templates';

export const targets = { ad: adTargets, entra: entraTargets, hr: hrTargets };

export const mappings: Readonly<Record<TemplateId, readonly DefaultMapping[]>> = {
	'wd-ad': workday.toAd,
	'wd-entra': workday.toEntra,
	'wd-wb': workday.writeback,
	'sf-ad': successFactors.toAd,
	'sf-entra': successFactors.toEntra,
	'sf-wb': successFactors.writeback,
	'api-ad': apiToAd,
	'api-entra': apiToEntra
};

/** O-27: the hire date travels through Active Directory, at midnight UTC of its day. */
export const captureHireDate: DefaultMapping = {
	target: 'msDS-cloudExtensionAttribute1',
	source: 'Join("", Replace(Mid([StatusHireDate], 1, 10), "-", , , "", , ), "000000.0Z")'
};
