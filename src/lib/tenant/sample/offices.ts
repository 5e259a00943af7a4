import { chance } from './hash';

interface Office {
	readonly streetAddress: string;
	readonly postalCode: string;
}

const offices = new Map<string, Office>();

/** People of one city share one office, and so the same two texts. */
export function officeOf(city: string): Office {
	let office = offices.get(city);
	if (!office) {
		const number = (chance('offices', city, 0) % 180) + 1;
		const code = String(chance('offices', city, 1) % 100_000).padStart(5, '0');
		offices.set(city, (office = { streetAddress: `${number} Harbour Street`, postalCode: code }));
	}
	return office;
}
