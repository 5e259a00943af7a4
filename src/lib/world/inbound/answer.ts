import { templateOf } from '#lib/hr/templates';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { answerForAd } from './ad-provider';
import { answerForEntra } from './entra-provider';
import { answerForHr } from './hr-provider';

/** Requests of jobs whose target is no application; null: it is one. */
export function answerInbound(sim: Simulation, app: AppRow, request: ScimRequest): ScimResponse | null {
	switch (templateOf(app.kind)?.target) {
		case 'ad':
			return answerForAd(sim, request);
		case 'entra':
			return answerForEntra(sim, request);
		case 'hr':
			return answerForHr(sim, app, request);
		default:
			return null;
	}
}
