import { engine } from '#lib/worker/client.svelte';
import { draftOf } from '../../mapping/draft.svelte';
import type { Draft } from './account-request';

const isDraft = (value: unknown): value is Draft =>
	typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** What is typed of an account and not sent yet: it outlives its dialog, the page and a reload. */
export const accountDraft = (of: () => string | null) =>
	draftOf(() => {
		const { session } = engine.status ?? {};
		const account = of();
		return session && account !== null ? `${session.id}.account.${account}` : null;
	}, isDraft);
