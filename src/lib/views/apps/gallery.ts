import * as z from 'zod/mini';
import { catalogue } from '#lib/apps';
import type { World } from '#lib/world';
import { jobsInGallery } from '#lib/world/inbound/gallery';
import { profileOf } from '../profile';
import { defineView, search } from '../view';
import { needleOf, searchable } from '../search-text';

export interface GalleryEntry {
	/** The key that it gets here; a second instance of an application has a letter more. */
	readonly key: string;
	/** What it is in the catalogue, whatever it is called here. */
	readonly kind: string;
	readonly name: string;
	/** What the gallery says: legacy, no connector. */
	readonly note: string | null;
	/** Whether a connector provisions it; without one the mode stays Manual. */
	readonly provisioning: boolean;
	readonly groups: boolean;
	/** A job from or to human resources: not every company can have it. */
	readonly isJob: boolean;
	readonly credentials: string;
	/** How many there are in the tenant. */
	readonly here: number;
}

const letters = ['', '-a', '-b'];

/** Three of a kind at most; several jobs may share the workers of one domain (H-011). */
function instances({ tables }: World, id: string): { key: string; here: number } {
	const keys = letters.map((letter) => id + letter);
	const isHere = (key: string) => tables.appsByKey.first(key) !== undefined;
	return { key: keys.find((key) => !isHere(key)) ?? '', here: keys.filter(isHere).length };
}

/** The gallery of New application: what can be added, and what is here already. */
export const gallery = defineView(z.object({ search }), (world, { search }): readonly GalleryEntry[] => {
	const needle = needleOf(search);
	const fits = ({ name, id }: { name: string; id: string }) =>
		!needle || searchable(name).includes(needle) || id.includes(needle);
	const jobs = jobsInGallery(world.sim)
		.filter(fits)
		.map(({ id, name }): GalleryEntry => ({
			...instances(world, id),
			kind: id,
			name,
			note: null,
			provisioning: true,
			groups: false,
			isJob: true,
			credentials: profileOf({ kind: id }).credentials.kind
		}));
	const apps = catalogue.filter(fits).map(({ id, name, note, connector, operations, credentials }): GalleryEntry => ({
		...instances(world, id),
		kind: id,
		name,
		note: note ?? null,
		provisioning: connector !== 'none',
		groups: operations.groups,
		isJob: false,
		credentials: credentials.kind
	}));
	return [...apps, ...jobs].sort((a, b) => (a.name < b.name ? -1 : 1));
});
