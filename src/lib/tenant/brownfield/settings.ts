import { CAST } from '#lib/content/company/cast';
import { COUNTRIES } from '#lib/content/company/countries';
import { ALL_DEPARTMENTS } from '#lib/content/company/departments';
import { LOCALES } from '#lib/content/company/locales';

/** How many people an application takes unless somebody sets another number; null: as many as come. */
export interface Seats {
	readonly seats: number | null;
	/** Zoom's second kind of licence, which costs nothing. */
	readonly basic: number | null;
}

/** Licence seats by default; `assigned` is the number of people assigned to the application. */
export function defaultSeats(app: string, size: number, assigned: number): Seats {
	switch (app) {
		case 'salesforce':
			return { seats: Math.floor(0.9 * assigned), basic: null };
		case 'dropbox':
			return { seats: Math.floor(0.95 * size), basic: null };
		case 'zoom':
			return { seats: Math.floor(0.5 * size), basic: 9999 };
		case 'docusign':
			return { seats: 50, basic: null };
		default:
			return { seats: null, basic: null };
	}
}

/** ServiceNow's office of person 6 has its full name. */
const LOCATIONS: readonly string[] = [
	...new Set([
		...CAST.map(([, , , , , , city]) => (city === 'LA' ? 'Los Angeles' : city)),
		...LOCALES.flatMap(({ cities }) => cities)
	])
];

/** Tables of allowed values, by application and by table. */
export const LOOKUP_TABLES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	servicenow: { department: ALL_DEPARTMENTS, location: LOCATIONS },
	sapcis: {
		department: ALL_DEPARTMENTS.map((name) => (name === 'Customer Support' ? 'Support' : name)),
		country: [...COUNTRIES.keys()]
	}
};
