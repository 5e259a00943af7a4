import type { DefaultMapping } from '#lib/apps';
import * as workday from './mappings-workday';
import { adTargets, entraTargets, successFactorsTargets, workdayTargets } from './targets';

export const targets = { ad: adTargets, entra: entraTargets, hr: workdayTargets, sf: successFactorsTargets };

export const mappings = { 'wd-ad': workday.toAd, 'wd-entra': workday.toEntra, 'wd-wb': workday.writeback };

/** O-27: the hire date travels through Active Directory, at midnight UTC of its day. */
export const captureHireDate: DefaultMapping = {
	target: 'msDS-cloudExtensionAttribute1',
	source: 'Join("", Replace(Mid([StatusHireDate], 1, 10), "-", , , "", , ), "000000.0Z")'
};
