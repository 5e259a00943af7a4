import { resetScopes } from '#lib/engine/job/lifecycle';
import { GraphError, noContent } from '../answer';
import { bodyObject, jobOfPath, type Call } from '../call';

const job = '/servicePrincipals/{sp}/synchronization/jobs/{job}';

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
			const { criteria } = bodyObject(asked);
			const resetScope = (criteria as { readonly resetScope?: unknown } | null | undefined)?.resetScope ?? '';
			if (typeof resetScope !== 'string') throw new GraphError(400, 'BadRequest', 'resetScope has to be text.');
			const known: readonly string[] = resetScopes;
			const parts = resetScope.split(',').map((part) => part.trim());
			// C-361; empty acts like the portal's Restart provisioning (C-360).
			const wrong = parts.find((part) => part !== '' && !known.includes(part));
			if (wrong !== undefined)
				throw new GraphError(
					400,
					'BadRequest',
					`Requested value '${wrong}' was not found. resetScope takes a comma-separated list of ${known.join(', ')}.`
				);
			const scope = parts.filter(Boolean).join(', ');
			// C-370: no body.
			return noContent({ verb: 'job.restart', args: { app: app.key, ...(scope && { scope }) } });
		}
	}
];
