import { methods, type Draft, type Saved } from './request';

export interface SavedRequest extends Saved {
	/** The application that it was written for. */
	readonly app: string;
}

export type Drafts = { readonly [app: string]: Draft };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export function isDraft(value: unknown): value is Draft {
	if (!isObject(value)) return false;
	const texts = [value.path, value.headers, value.body];
	return texts.every((text) => typeof text === 'string') && (methods as readonly unknown[]).includes(value.method);
}

export const isDrafts = (value: unknown): value is Drafts => isObject(value) && Object.values(value).every(isDraft);

export const isSaved = (value: unknown): value is readonly SavedRequest[] =>
	Array.isArray(value) && value.every((one) => isDraft(one) && typeof (one as Saved).name === 'string' && 'app' in one);
