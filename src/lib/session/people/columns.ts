/** How a column is read: as an attribute of the user, or as something about the user. */
export type Column =
	| { readonly kind: 'text'; readonly attribute: string }
	| { readonly kind: 'list'; readonly attribute: string }
	| { readonly kind: 'switch'; readonly attribute: string; readonly isInverted: boolean }
	| { readonly kind: 'manager' }
	| { readonly kind: 'groups' };

const texts = [
	...'userPrincipalName displayName givenName surname mail mailNickname jobTitle department companyName'.split(' '),
	...'employeeId employeeType employeeHireDate streetAddress postalCode city state country usageLocation'.split(' '),
	...'physicalDeliveryOfficeName telephoneNumber mobile facsimileTelephoneNumber preferredLanguage userType'.split(' '),
	...Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`)
];
const lists = ['proxyAddresses', 'otherMails'];
/** What other exports call the same: Microsoft Graph, the bulk template, human resources. */
const others: { readonly [name: string]: string } = {
	username: 'userPrincipalName',
	upn: 'userPrincipalName',
	login: 'userPrincipalName',
	email: 'mail',
	emailaddress: 'mail',
	name: 'displayName',
	fullname: 'displayName',
	firstname: 'givenName',
	lastname: 'surname',
	title: 'jobTitle',
	company: 'companyName',
	workerid: 'employeeId',
	employeenumber: 'employeeId',
	hiredate: 'employeeHireDate',
	officelocation: 'physicalDeliveryOfficeName',
	office: 'physicalDeliveryOfficeName',
	mobilephone: 'mobile',
	businessphones: 'telephoneNumber',
	officephone: 'telephoneNumber',
	faxnumber: 'facsimileTelephoneNumber',
	zipcode: 'postalCode',
	countrycode: 'country',
	alternateemailaddress: 'otherMails'
};
const bySmall = new Map([...texts, ...lists].map((name) => [small(name), name]));

function small(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The meaning of a heading; null: nobody here reads it. The bulk template puts the attribute into brackets. */
export function columnOf(heading: string): Column | null {
	const name = small(/\[([^\]]+)\]/.exec(heading)?.[1] ?? heading);
	if (name === 'accountenabled' || name === 'active' || name === 'blocksignin')
		return { kind: 'switch', attribute: 'accountEnabled', isInverted: /block/i.test(heading) };
	if (name === 'manager' || name === 'managerid') return { kind: 'manager' };
	if (name === 'groups' || name === 'memberof') return { kind: 'groups' };
	const attribute = bySmall.get(name) ?? others[name];
	if (attribute === undefined) return null;
	return { kind: lists.includes(attribute) ? 'list' : 'text', attribute };
}
