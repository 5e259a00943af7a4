import { resolve } from '$app/paths';
import { lessons } from '#lib/content/lessons';
import { scenarios } from '#lib/content/scenarios';
import { shows } from '#lib/content/shows';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import type { Command } from '../kit';
import type { PaletteEntry } from './palette-entries';
import { everyPlace, placesOfApp } from './sub-places';

type Menus = Readonly<Record<string, readonly Command[]>>;

/** What is read: it comes when the palette is opened, like this whole file. */
const texts = (): PaletteEntry[] => [
	...lessons.map(({ id, title }) => ({
		id: `lesson ${id}`,
		label: title,
		hint: 'Lesson',
		icon: 'learn' as const,
		href: resolve('/learn/[id]', { id })
	})),
	...scenarios.map(({ id, title }) => ({
		id: `scenario ${id}`,
		label: `${id} ${title}`,
		hint: 'Scenario',
		icon: 'play' as const,
		href: resolve('/scenarios/[id]', { id })
	})),
	...shows.map(({ id, title }) => ({
		id: `show ${id}`,
		label: title,
		hint: 'Show',
		icon: 'present' as const,
		href: resolve('/present/[show]', { show: id })
	}))
];

/** The commands of the menus above, except for the choice that stands already. */
function menuEntries(menus: Menus): PaletteEntry[] {
	return Object.entries(menus).flatMap(([hint, items]) =>
		items
			.filter(({ checked }) => !checked)
			.map(({ id, label, icon = 'right', href, run }) => ({ id: `${hint} ${id}`, label, hint, icon, href, run }))
	);
}

/** All that has a fixed name in this company: places, the pages of its applications, what there is to read, and the menus. */
export async function namedPlaces(menus: Menus): Promise<PaletteEntry[]> {
	const [apps, functions] = await Promise.all([
		engine.query<ViewData<'apps'>>('apps', { count: 200 }),
		engine.query<ViewData<'expressionFunctions'>>('expressionFunctions', {})
	]);
	return [
		...everyPlace(),
		...apps.rows.flatMap(placesOfApp),
		...texts(),
		...functions.map(({ name }) => ({
			id: `function ${name}`,
			label: name,
			hint: 'Function for expressions',
			icon: 'edit' as const,
			href: resolve('/functions/[name]', { name })
		})),
		...menuEntries(menus)
	];
}

/** The people and groups with this text. */
export async function peopleFound(search: string): Promise<PaletteEntry[]> {
	const [users, groups, workers] = await Promise.all([
		engine.query<ViewData<'users'>>('users', { search, count: 6 }),
		engine.query<ViewData<'groups'>>('groups', { search, count: 3 }),
		engine.query<ViewData<'workers'>>('workers', { search, count: 3 })
	]);
	return [
		...users.rows.map(({ slot, displayName, userPrincipalName }) => ({
			id: `user ${slot}`,
			label: displayName,
			hint: userPrincipalName,
			icon: 'person' as const,
			href: resolve('/users/[slot]', { slot: String(slot) })
		})),
		...groups.rows.map(({ slot, name }) => ({
			id: `group ${slot}`,
			label: name,
			hint: 'Group',
			icon: 'people' as const,
			href: resolve('/groups/[slot]', { slot: String(slot) })
		})),
		...workers.rows.map(({ slot, name, workerId }) => ({
			id: `worker ${slot}`,
			label: name,
			hint: `Worker ${workerId}`,
			icon: 'person' as const,
			href: resolve('/hr/[worker]', { worker: String(slot) })
		}))
	];
}
