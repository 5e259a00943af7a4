/** What is typed into "New user". */
export interface UserDraft {
	displayName: string;
	userPrincipalName: string;
	givenName: string;
	surname: string;
	department: string;
	jobTitle: string;
	employeeId: string;
	usageLocation: string;
	userType: string;
	accountEnabled: boolean;
}

export const emptyDraft = (): UserDraft => ({
	displayName: '',
	userPrincipalName: '',
	givenName: '',
	surname: '',
	department: '',
	jobTitle: '',
	employeeId: '',
	usageLocation: '',
	userType: 'Member',
	accountEnabled: true
});

export type Problems = Partial<Record<keyof UserDraft, string>>;

/** What keeps the form from being sent, field by field. */
export function problemsOf(draft: UserDraft): Problems {
	const problems: Problems = {};
	if (!draft.displayName.trim()) problems.displayName = 'A user needs a display name.';
	const name = userNameProblem(draft.userPrincipalName);
	if (name) problems.userPrincipalName = name;
	if (draft.usageLocation.trim() && !/^[A-Za-z]{2}$/.test(draft.usageLocation.trim()))
		problems.usageLocation = 'A usage location has two letters: US, DE, JP.';
	return problems;
}

export function userNameProblem(name: string): string | undefined {
	const [local = '', domain = '', ...more] = name.trim().split('@');
	if (!name.trim()) return 'A user needs a user principal name.';
	if (!local || !domain || more.length > 0) return 'A user principal name has one @: alias@domain.';
	if (/[\s"(),:;<>[\]\\]/.test(name.trim())) return 'A user principal name has no spaces and no quotes or brackets.';
	return undefined;
}

/** The attributes of `user.create`: what was left empty is not sent. */
export function attributesOf(draft: UserDraft): Record<string, string | boolean> {
	const attributes: Record<string, string | boolean> = {};
	for (const [name, value] of Object.entries(draft) as [string, string | boolean][]) {
		if (typeof value === 'boolean') attributes[name] = value;
		else if (value.trim()) attributes[name] = value.trim();
	}
	// The portal derives it from the user principal name.
	attributes.mailNickname = draft.userPrincipalName.trim().split('@')[0]!;
	return attributes;
}
