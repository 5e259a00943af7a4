import { templateOf } from '#lib/hr/templates';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Simulation } from '../simulation';
import { answerForAd } from './ad-provider';

/** Requests of jobs whose target is no application; null: it is one. */
export function answerInbound(sim: Simulation, kind: string, request: ScimRequest): ScimResponse | null {
	switch (templateOf(kind)?.target) {
		case 'ad':
			return answerForAd(sim, request);
		default:
			return null;
	}
}
