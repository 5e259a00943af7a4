import { templateOf, type JobTemplate } from '#lib/hr/templates';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { onPremises } from '../parts';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { refusal } from './answers';
import { answerForEntra } from './entra-provider';
import { answerForHr } from './hr-provider';

/** Requests of jobs whose target is no application; null: it is one. */
export function answerInbound(sim: Simulation, app: AppRow, request: ScimRequest): ScimResponse | null {
	const template = templateOf(app.kind);
	if (!template) return null;
	const unconnected = request.path.startsWith('/probe') ? unreachable(sim, app, template) : null;
	if (unconnected) return unconnected;
	switch (template.target) {
		case 'ad':
			return onPremises.here.answerForAd(sim, app, request);
		case 'entra':
			return answerForEntra(sim, request);
		case 'hr':
			return answerForHr(sim, app, request);
	}
}

/** What the opening test of a cycle finds wrong with the connection itself. */
function unreachable(sim: Simulation, app: AppRow, { system }: JobTemplate): ScimResponse | null {
	const slot = sim.tables.jobsByApp.first(app.slot);
	const job = slot === undefined ? null : sim.host.job(slot);
	const config = job && sim.host.config(job.config);
	// H-411: an API-driven job needs somebody to write to before it listens.
	if (job?.listens && !config?.notificationMail)
		return refusal(400, 'NotificationEmailMissing', 'Enter a Notification Email, then restart provisioning.');
	if (system === null) return null;
	// H-012: the integration account's user name and password.
	if (config?.secrets.SecretToken === 'expired') return refusal(401, 'Unauthorized', 'invalid username or password');
	// H-036.
	return app.settings.down === true ? refusal(503, 'SourceUnavailable', 'The tenant is down for maintenance.') : null;
}
