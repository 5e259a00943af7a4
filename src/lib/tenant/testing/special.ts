import { EDGES } from '#lib/content/company/edges';
import { CAST_WHY } from '#lib/content/company/why';
import type { Person } from '../sample/person';

/** Why is this person special? Null for the many who are not. */
export function whySpecial(person: Person): string | null {
	const cast = CAST_WHY[person.index];
	if (cast) return cast;
	if (person.index === 42 || person.index === 43) {
		return 'One of two people called Bob Lang, at contoso.com and at fabrikam.com: their user names differ only in the domain.';
	}
	return EDGES.find(({ tag }) => tag === person.edge)?.why ?? null;
}
