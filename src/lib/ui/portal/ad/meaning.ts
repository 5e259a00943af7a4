/** The answers of the domain, and what each of them means in plain words (H-201 to H-207). */
const meanings: readonly (readonly [RegExp, string])[] = [
	[/CONSTRAINT_ATT_TYPE/, 'A constraint violation: the value is longer than the schema allows.'],
	[/InvalidAttributeSyntax/, 'A syntax error: an attribute is either absent or has text. Empty text is neither.'],
	[/is no account name/, 'An account name cannot have / \\ [ ] : ; | = , + * ? < > and does not end with a dot.'],
	[/cannot have$/, 'A user principal name has letters, digits and some special characters, then @ and the domain.'],
	[/^ObjectClassViolation/, 'A new account needs this attribute.'],
	[/No superior reference/, 'The unit does not exist in this domain.'],
	[/^EntryAlreadyExists/, 'A name is unique in its unit; account name and user principal name in the whole domain.'],
	[/upper case\.$/, 'This attribute is a Boolean of LDAP: TRUE or FALSE.']
];

export function meaningOf(message: string): string | undefined {
	return meanings.find(([pattern]) => pattern.test(message))?.[1];
}
