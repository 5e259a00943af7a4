import type { Json } from '#lib/engine/base';
import { resetScopes } from '#lib/engine/job/lifecycle';
import { GraphError, noContent } from '../answer';
import { bodyObject, jobOfPath, type Call } from '../call';

const job = '/servicePrincipals/{sp}/synchronization/jobs/{job}';

const bad = (message: string) => new GraphError(400, 'BadRequest', message);

/** Who leaves out criteria, or writes it otherwise, would restart with another scope than the one that stands there. */
function resetScopeOf({ criteria = null, ...rest }: { readonly [name: string]: Json }): Json {
	const [stray] = Object.keys(rest);
	if (stray !== undefined)
		throw bad(`The parameter '${stray}' in the request payload is not a valid parameter for the operation 'restart'.`);
	if (criteria === null) return '';
	if (typeof criteria !== 'object' || Array.isArray(criteria))
		throw bad('criteria has to be an object with resetScope.');
	const { resetScope = null, ...more } = criteria as { readonly [name: string]: Json };
	const [unknown] = Object.keys(more).filter((name) => !name.startsWith('@odata.'));
	if (unknown !== undefined)
		throw bad(`The property '${unknown}' does not exist on type 'microsoft.graph.synchronizationJobRestartCriteria'.`);
	return resetScope ?? '';
}

export const lifecycle: readonly Call[] = [
	{
		method: 'POST',
		path: `${job}/start`,
		title: 'Start job',
		run: (asked) => noContent({ verb: 'job.start', args: { app: jobOfPath(asked).app.key } })
	},
	{
		method: 'POST',
		path: `${job}/pause`,
		title: 'Pause job',
		run(asked) {
			const { app, job: row } = jobOfPath(asked);
			// C-046; a job that does not run stays as it is.
			return row.schedule === 'Active' ? noContent({ verb: 'job.stop', args: { app: app.key } }) : noContent();
		}
	},
	{
		method: 'POST',
		path: `${job}/restart`,
		title: 'Restart job',
		sample: () => ({ criteria: { resetScope: 'Watermark, Escrows, QuarantineState' } }),
		run(asked) {
			const { app } = jobOfPath(asked);
			const resetScope = resetScopeOf(bodyObject(asked));
			if (typeof resetScope !== 'string') throw bad('resetScope has to be text.');
			const known: readonly string[] = resetScopes;
			const parts = resetScope.split(',').map((part) => part.trim());
			// C-361; empty acts like the portal's Restart provisioning (C-360).
			const wrong = parts.find((part) => part !== '' && !known.includes(part));
			if (wrong !== undefined)
				throw bad(
					`Requested value '${wrong}' was not found. resetScope takes a comma-separated list of ${known.join(', ')}.`
				);
			const scope = parts.filter(Boolean).join(', ');
			// C-370: no body.
			return noContent({ verb: 'job.restart', args: { app: app.key, ...(scope && { scope }) } });
		}
	}
];
