import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import { live } from '#lib/worker/live.svelte';
import type { Crumb } from '../../kit';
import type { Portal } from '../portal.svelte';

/** What was told of applications, by session. */
const names: Record<string, string> = {};

/** The name of an application as soon as any page was told it; a key is no name, unless there is nothing behind it. */
export function nameOfApp(
	key: string,
	told: {
		readonly value: { readonly app: { readonly key: string; readonly name: string } } | undefined | null;
		readonly error: string | null;
	}
): string {
	const at = `${engine.status?.session?.id} ${key}`;
	const app = told.value?.app;
	// A name that belongs to the application before is worse than none.
	if (app?.key === key) names[at] = app.name;
	return names[at] ?? (told.error ? key : '…');
}

/** The pages of an application that lead further: as crumbs, and where something has to be done there first. */
export const provisioningOf = (key: string) => ({
	label: 'Provisioning',
	href: resolve('/apps/[key]/provisioning', { key })
});
export const mappingsOf = (key: string) => ({
	label: 'Attribute Mapping',
	href: resolve('/apps/[key]/mappings', { key })
});

/** The way to a page of an application. */
export const appCrumbs = (portal: Portal, key: string, name: string, ...rest: Crumb[]): Crumb[] => [
	{ label: portal.apps, href: resolve('/apps') },
	{ label: name, href: resolve('/apps/[key]', { key }) },
	...rest
];

/** The application that a page is about: its name, and whether there is one. Made in a component: it ends with it. */
export function appPlace(key: () => string | null): {
	readonly name: string;
	readonly details: ViewData<'app'> | undefined;
	/** Why it cannot be shown. */
	readonly missing: { sentence: string; action: { label: string; href: string } } | null;
	crumbs: (portal: Portal, ...rest: Crumb[]) => Crumb[];
} {
	const app = live<ViewData<'app'>>(() => {
		const wanted = key();
		return wanted ? ['app', { app: wanted }] : null;
	});
	// Whoever opens another company stays on the page: what the one before had is not known here.
	const known = $derived(!app.error && app.value?.app.key === key() ? app.value : undefined);
	const name = $derived(nameOfApp(key() ?? '', app));
	return {
		get name() {
			return name;
		},
		get details() {
			return known;
		},
		get missing() {
			if (!app.error || known) return null;
			return { sentence: app.error, action: { label: 'All applications', href: resolve('/apps') } };
		},
		crumbs: (portal, ...rest) => appCrumbs(portal, key() ?? '', name, ...rest)
	};
}
