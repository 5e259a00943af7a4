/** Names of the connection's settings that decide what is read. */
export const readingKeys = {
	url: 'BaseAddress',
	xpaths: 'XPathVersion',
	employment: 'EmploymentPath',
	startDate: 'StartDatePath',
	lookahead: 'TerminationLookahead',
	added: 'AddedAttributes'
} as const;

/** H-164: attributes of Workday that the shipped list does not have: they are read once somebody has added them. */
export const unlistedAttributes = ['StatusHireRescinded'] as const;

/** Whether somebody has added it to the attribute list. */
export function isListed(secrets: { readonly [key: string]: string }, name: string): boolean {
	return (secrets[readingKeys.added] ?? '').split(' ').includes(name);
}

/** The version at the end of a Web Services API URL; null: none, which means v21.1 (H-021). */
export function versionOf(url: string): number | null {
	const [, version] = /\/v(\d+(?:\.\d+)?)\/?$/i.exec(url.trim()) ?? [];
	return version === undefined ? null : Number(version);
}

/**
 * H-022: what the shipped expressions look for below Employment_Data/Position_Data, which newer versions keep below
 * Worker_Job_Data. Which attributes that are follows from the shipped expressions.
 */
export const ofPosition: readonly string[] = [
	'AddressLineData',
	'BusinessTitle',
	'CountryReferenceTwoLetter',
	'CountryRegionReference',
	'LocalReference',
	'Municipality',
	'PostalCode',
	'WorkSpaceReference'
];

/** H-028: the domains that the integration account needs, and the attributes that each of them opens. */
export const getDomains: Readonly<Record<string, readonly string[]>> = {
	'Worker Data: Workers': ['FirstName', 'LastName', 'PreferredNameData', 'UserID', 'EmailAddress', 'Mobile', 'Fax'],
	'Worker Data: All Positions': ['Company', 'WorkSpaceReference', 'Municipality', 'CountryReferenceTwoLetter'],
	'Worker Data: Current Staffing Information': ['SupervisoryOrganization', 'ManagerReference'],
	'Worker Data: Business Title on Worker Profile': ['BusinessTitle']
};

/** H-030: whoever starts the business process of a change of contact data has to be among its initiators. */
const initiators = 'Initiators of Change Work Contact Information (Web Service)';

/** H-029, H-030: what writeback needs, and the operations that each of them opens (H-353). */
export const putDomains: Readonly<Record<string, readonly string[]>> = {
	'Work Contact Information': ['Change_Work_Contact_Information'],
	[initiators]: ['Change_Work_Contact_Information'],
	'Workday Accounts': ['Update_Workday_Account']
};

/** H-353: the operation that writes an attribute. */
export const operationFor = (target: string): string =>
	target === 'UserID' ? 'Update_Workday_Account' : 'Change_Work_Contact_Information';

/** Attributes that come back empty, without an error. */
export function unreadOf(
	secrets: { readonly [key: string]: string },
	missingDomains: readonly string[]
): ReadonlySet<string> {
	const unread = new Set(missingDomains.flatMap((domain) => getDomains[domain] ?? []));
	for (const name of unlistedAttributes) if (!isListed(secrets, name)) unread.add(name);
	const version = versionOf(secrets[readingKeys.url] ?? '');
	// From v30.0 on, where the expressions of the attribute list are still those of v21.1.
	if (version !== null && version >= 30 && secrets[readingKeys.xpaths] !== 'v30.0')
		for (const name of ofPosition) unread.add(name);
	return unread;
}
