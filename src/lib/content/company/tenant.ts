/** The company of the sandbox; its people are fictional, and so are its domains. */
export const INITIAL_DOMAIN = 'contoso.onmicrosoft.com';
export const VERIFIED_DOMAINS: readonly string[] = ['contoso.com', 'fabrikam.com', INITIAL_DOMAIN];
export const AD_DOMAIN = 'contoso.com';
export const COMPANY = 'Contoso Harbour Group';
export const SUBSIDIARIES: Readonly<Record<string, string>> = {
	'contoso.com': 'Contoso Ltd',
	'fabrikam.com': 'Fabrikam Marine'
};

/** 2026-03-02T08:00:00Z, a Monday: where every sandbox begins unless it says otherwise. */
export const VIRTUAL_START = Date.UTC(2026, 2, 2, 8);

/** Where the objects of the sandbox are mastered. */
export type Preset = 'hybrid' | 'hybrid-hr' | 'cloud-only' | 'mixed' | 'HR-greenfield' | 'HR-brownfield';
export const PRESETS: readonly Preset[] = [
	'hybrid',
	'hybrid-hr',
	'cloud-only',
	'mixed',
	'HR-greenfield',
	'HR-brownfield'
];

/** Who is the future hire of the cast, and when she starts. */
export const FUTURE_HIRE = { index: 24, date: '2026-03-16' } as const;
export const CAST_HIRE_DATE = '2019-05-06';

/** An Entra administrator, and protected in Active Directory (H-281, H-312). */
export const ADMINISTRATORS: readonly number[] = [23];

/** The people whom an empty directory needs before HR fills it. */
export const GREENFIELD_PEOPLE: readonly number[] = [0, 2, 22, 23];
