import type { AttributeMapping, Source } from '#lib/engine/mapping';

const text = (source: Source, name: string) => source[name] as string;
const plain: Record<string, string> = { é: 'e', á: 'a', í: 'i', ó: 'o', ú: 'u', ü: 'u', ë: 'e', ñ: 'n' };
const withoutMarks = (value: string) => value.replace(/[éáíóúüëñ]/g, (letter) => plain[letter]!);
const names = (source: Source) => [text(source, 'PreferredFirstName'), text(source, 'PreferredLastName')];

/** What some published expressions do, as a programmer would write it. */
export const handWritten: readonly { readonly id: string; readonly run: (source: Source) => unknown }[] = [
	{ id: 'RW-001', run: (source) => text(source, 'PrimaryWorkTelephone').replace(/[()\s-]+/g, '') },
	{ id: 'RW-003', run: (source) => text(source, 'WorkerID').replace(/(^0+)([a-zA-Z0-9]+)/g, '$2') },
	{
		id: 'RW-008',
		run: (source) => `${withoutMarks(names(source).join('.').replaceAll(' ', ''))}@contoso.com`
	},
	{
		id: 'RW-012',
		run: (source) =>
			text(source, 'telephoneNumber')
				.replace(/\+(\d* )(.*)/g, '$2')
				.replace(/[()\s-]+/g, '')
	},
	{
		id: 'RW-021',
		run: ({ Active }) => (Active === '1' ? 'True' : Active === '0' ? 'False' : null)
	},
	{
		id: 'RW-023',
		run: ({ Active, StatusHireDate }) => {
			if (Active !== '1') return Active === '0' ? 'False' : null;
			const days = Math.trunc((Date.parse(StatusHireDate as string) - Date.UTC(2025, 6, 30, 12)) / 86_400_000);
			return days <= 14 ? 'True' : 'False';
		}
	},
	{
		id: 'RW-028',
		run: ({ City }) => {
			switch (City) {
				case 'Dallas':
				case 'Austin':
				case 'Seattle':
				case 'London':
					return `OU=${City},OU=Users,DC=contoso,DC=com`;
				default:
					return 'OU=Default,OU=Users,DC=contoso,DC=com';
			}
		}
	},
	{
		id: 'RW-053',
		run: (source) => {
			const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) /.exec(text(source, 'endDate'))!;
			const day = `${found[3]}-${found[1]!.padStart(2, '0')}-${found[2]!.padStart(2, '0')}`;
			return String((BigInt(Date.parse(`${day}T23:59:59-05:00`)) + 11_644_473_600_000n) * 10_000n);
		}
	},
	{
		id: 'RW-090',
		run: (source) =>
			text(source, 'UserID')
				.replace(/([/\\[\]:;|=,+*?<>])/g, '')
				.slice(0, 20)
				.replace(/(\.)*$/g, '')
	},
	{ id: 'RW-109', run: ({ IsSoftDeleted }) => (IsSoftDeleted ? 'False' : 'True') },
	{ id: 'RW-118', run: ({ mail, userPrincipalName }) => mail ?? userPrincipalName ?? null },
	{ id: 'RW-120', run: ({ givenName, surname }) => [givenName, surname].filter(Boolean).join(' ') },
	{ id: 'RW-121', run: (source) => `${text(source, 'userPrincipalName').split('@')[0]}@domain.com` }
];

const direct = (attribute: string, target: string): AttributeMapping => ({
	target,
	source: { type: 'Direct', attribute }
});
const computed = (expression: string, target: string): AttributeMapping => ({
	target,
	source: { type: 'Expression', expression }
});

/** The twenty mappings of a usual SCIM application. */
export const mappings: readonly AttributeMapping[] = [
	{ ...direct('userPrincipalName', 'userName'), matchingPrecedence: 1 },
	computed('Switch([IsSoftDeleted], , "False", "True", "True", "False")', 'active'),
	direct('displayName', 'displayName'),
	direct('jobTitle', 'title'),
	computed('Coalesce([mail], [userPrincipalName])', 'emails[type eq "work"].value'),
	direct('preferredLanguage', 'preferredLanguage'),
	direct('givenName', 'name.givenName'),
	direct('surname', 'name.familyName'),
	computed('Join(" ", [givenName], [surname])', 'name.formatted'),
	direct('physicalDeliveryOfficeName', 'addresses[type eq "work"].formatted'),
	direct('streetAddress', 'addresses[type eq "work"].streetAddress'),
	direct('city', 'addresses[type eq "work"].locality'),
	direct('state', 'addresses[type eq "work"].region'),
	direct('postalCode', 'addresses[type eq "work"].postalCode'),
	direct('country', 'addresses[type eq "work"].country'),
	direct('telephoneNumber', 'phoneNumbers[type eq "work"].value'),
	computed('Replace([mobile], , "[()\\\\s-]+", , "", , )', 'phoneNumbers[type eq "mobile"].value'),
	direct('mailNickname', 'externalId'),
	direct('employeeId', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber'),
	direct('department', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department')
];
