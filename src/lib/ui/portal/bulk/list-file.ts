/** A list of people as it was opened or pasted. */
export interface PeopleList {
	readonly name: string;
	readonly text: string;
	/** What one should know of how it was read. */
	readonly remark: string | null;
}

const most = 50_000_000;

export async function listOfFile(file: File): Promise<PeopleList> {
	if (file.size > most) throw new Error(`${file.name} was not read: it is larger than 50 MB.`);
	const list = listOf(new Uint8Array(await file.arrayBuffer()), file.name);
	if (list.text.trim() === '') throw new Error(`${file.name} is empty: its first line must name the columns.`);
	return list;
}

/** Text in whatever encoding such lists come: UTF-8, UTF-16 with its mark, and what Excel saves as CSV on Windows. */
export function listOf(bytes: Uint8Array, name: string): PeopleList {
	const [first, second] = bytes;
	if (first === 0x50 && second === 0x4b)
		throw new Error(`${name} is a workbook, not a text file. Save it as CSV UTF-8 and open that.`);
	const isLittle = first === 0xff && second === 0xfe;
	if (isLittle || (first === 0xfe && second === 0xff))
		return { name, text: new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes), remark: null };
	if (bytes.subarray(0, 4000).includes(0))
		throw new Error(`${name} is not a text file. Save it as CSV UTF-8 and open that.`);
	try {
		return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remark: null };
	} catch {
		const text = new TextDecoder('windows-1252').decode(bytes);
		return { name, text, remark: `${name} is not in UTF-8 and was read as Windows-1252: check the accents.` };
	}
}

/** The template of the portal's bulk operations. */
export const template = [
	'version:v1.0',
	'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Job title [jobTitle],Department [department],Usage location [usageLocation],Street address [streetAddress],State or province [state],Country or region [country],Office [physicalDeliveryOfficeName],City [city],ZIP or postal code [postalCode],Office phone [telephoneNumber],Mobile phone [mobile]',
	'Chris Green,chris@contoso.com,,No,Chris,Green,Analyst,Sales,US,,,,,,,,'
].join('\r\n');
