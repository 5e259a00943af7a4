import { DEFAULT_CONTAINER } from '#lib/tenant/ad/refuse';
import type { AppRow } from '../tables/rows';

/** H-024: where accounts are created that no mapping places. */
export function containerOf({ settings }: Pick<AppRow, 'settings'>): string {
	return typeof settings.container === 'string' ? settings.container : DEFAULT_CONTAINER;
}
