import { GREENFIELD_PEOPLE, type Preset } from '#lib/content/company/tenant';
import { startsLater } from './effects';
import type { Person } from './person';

/** In which of the three systems a person has a record when the sandbox begins, and whether Connect joins two of them. */
export interface Presence {
	readonly hr: boolean;
	readonly ad: boolean;
	readonly entra: boolean;
}

const NOWHERE: Presence = { hr: false, ad: false, entra: false };
const CLOUD: Presence = { hr: false, ad: false, entra: true };
const DIRECTORIES: Presence = { hr: false, ad: true, entra: true };
const EVERYWHERE: Presence = { hr: true, ad: true, entra: true };
const HR_ONLY: Presence = { hr: true, ad: false, entra: false };

export function presence(person: Person, preset: Preset): Presence {
	switch (preset) {
		case 'cloud-only':
			return CLOUD;
		case 'hybrid':
			return DIRECTORIES;
		case 'hybrid-hr':
			return startsLater(person) ? NOWHERE : EVERYWHERE;
		case 'mixed':
			if (startsLater(person)) return NOWHERE;
			return person.index % 5 === 0 ? CLOUD : EVERYWHERE;
		case 'HR-greenfield':
			return GREENFIELD_PEOPLE.includes(person.index) ? EVERYWHERE : HR_ONLY;
		case 'HR-brownfield':
			return EVERYWHERE;
	}
}

/** HR, AD and the tenant hold the same values here, so that a first cycle has nothing to write. */
export const agreesWithHr = (preset: Preset): boolean => preset === 'hybrid-hr' || preset === 'mixed';

/** The manager, if that person exists in the directory: the reports of somebody who does not are nobody's. */
export function managerIn(people: readonly Person[], person: Person, preset: Preset): number | null {
	if (person.manager === null) return null;
	const { entra } = presence(people[person.manager] as Person, preset);
	return entra ? person.manager : null;
}
