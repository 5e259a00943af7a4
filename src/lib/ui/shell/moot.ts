import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { toast } from '../kit';
import { place } from './place.svelte';

/** Says why there is no cycle to step towards, and leads to where one is started. */
export function tellMoot(why: string): void {
	const { lane } = place.now;
	const key = lane === 'connect' ? null : lane;
	toast(why, {
		label: key ? 'Provisioning' : 'Enterprise apps',
		run: () => void goto(key ? resolve('/apps/[key]/provisioning', { key }) : resolve('/apps'))
	});
}
