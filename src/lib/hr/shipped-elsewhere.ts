import { apiToAd, apiToEntra } from './mappings-api';
import * as successFactors from './mappings-successfactors';

export const mappings = {
	'sf-ad': successFactors.toAd,
	'sf-entra': successFactors.toEntra,
	'sf-wb': successFactors.writeback,
	'api-ad': apiToAd,
	'api-entra': apiToEntra
};
