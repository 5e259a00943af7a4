import { templateOf } from '#lib/hr/templates';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { refusal } from './answers';
import { answerForAd } from './ad-provider';
import { answerForEntra } from './entra-provider';
import { answerForHr } from './hr-provider';

/** Requests of jobs whose target is no application; null: it is one. */
export function answerInbound(sim: Simulation, app: AppRow, request: ScimRequest): ScimResponse | null {
	switch (templateOf(app.kind)?.target) {
		case 'ad':
			return withoutAddress(sim, app) ?? answerForAd(sim, request);
		case 'entra':
			return withoutAddress(sim, app) ?? answerForEntra(sim, request);
		case 'hr':
			return answerForHr(sim, app, request);
		default:
			return null;
	}
}

/** H-411: an API-driven job needs somebody to write to before it listens. */
function withoutAddress(sim: Simulation, app: AppRow): ScimResponse | null {
	const job = sim.host.job(sim.tables.jobsByApp.first(app.slot)!);
	if (!job.listens || sim.host.config(job.config).notificationMail) return null;
	return refusal(400, 'NotificationEmailMissing', 'Enter a Notification Email, then restart provisioning.');
}
