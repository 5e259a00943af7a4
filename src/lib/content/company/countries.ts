interface Country {
	readonly code: string;
	readonly name: string;
	/** The international dialling code. */
	readonly isd: string;
}

/** Every country in which somebody of the sample company works. */
// prettier-ignore
const ROWS: readonly (readonly [code: string, name: string, isd: string])[] = [
	['US', 'United States', '1'], ['GB', 'United Kingdom', '44'], ['DE', 'Germany', '49'], ['FR', 'France', '33'],
	['ES', 'Spain', '34'], ['BR', 'Brazil', '55'], ['PL', 'Poland', '48'], ['NO', 'Norway', '47'],
	['TR', 'Turkey', '90'], ['IN', 'India', '91'], ['JP', 'Japan', '81'], ['SG', 'Singapore', '65'],
	['AE', 'United Arab Emirates', '971'], ['GR', 'Greece', '30'], ['IE', 'Ireland', '353'], ['LV', 'Latvia', '371'],
	['ID', 'Indonesia', '62'], ['GH', 'Ghana', '233'], ['BG', 'Bulgaria', '359'], ['IL', 'Israel', '972'],
	['NG', 'Nigeria', '234'], ['IT', 'Italy', '39']
];

export const COUNTRIES: ReadonlyMap<string, Country> = new Map(
	ROWS.map(([code, name, isd]) => [code, { code, name, isd }])
);
