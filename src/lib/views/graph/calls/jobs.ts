import type { Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { profileOf } from '../../profile';
import { graphJob } from '../../status/graph-job';
import { GraphError, noContent, ok, withContext } from '../answer';
import { bodyObject, jobOfPath, principalOf, type Asked, type Call } from '../call';

const jobsPath = '/servicePrincipals/{sp}/synchronization/jobs';

/** C-034: the tag with which the ids of an application's jobs begin. */
export function templateId({ kind }: AppRow): string {
	return kind === 'byoa' ? 'scim' : kind;
}

function contextOf({ params }: Asked): string {
	return `servicePrincipals('${params.sp}')/synchronization/jobs`;
}

function templateOfApp(app: AppRow): Json {
	const { note } = profileOf(app);
	const id = templateId(app);
	return {
		id,
		applicationId: app.id,
		default: true,
		description: note ?? null,
		discoverable: true,
		factoryTag: id,
		metadata: [],
		schema: { directories: [], synchronizationRules: [] }
	};
}

export const jobs: readonly Call[] = [
	{
		method: 'GET',
		path: '/servicePrincipals/{sp}/synchronization/templates',
		title: 'List templates',
		run(asked) {
			const app = principalOf(asked);
			// C-037: only an application with a connector can be automatic.
			const value = profileOf(app).connector === 'none' ? [] : [templateOfApp(app)];
			const of = `servicePrincipals('${app.id}')/synchronization/templates`;
			return ok(withContext(asked.version, of, { value }));
		}
	},
	{
		method: 'GET',
		path: jobsPath,
		title: 'List jobs',
		run(asked) {
			const { world } = asked;
			const slots = world.tables.jobsByApp.get(principalOf(asked).slot);
			const value = slots.map((slot) => graphJob(world, world.tables.jobs.get(slot)!));
			return ok(withContext(asked.version, contextOf(asked), { value }));
		}
	},
	{
		method: 'POST',
		path: jobsPath,
		title: 'Create job',
		sample: (_world, app) => ({ templateId: templateId(app) }),
		run(asked) {
			const app = principalOf(asked);
			const wanted = bodyObject(asked).templateId;
			if (typeof wanted !== 'string')
				throw new GraphError(400, 'RequestMissingRequiredParameter', 'The body has to have a templateId.');
			if (profileOf(app).connector === 'none' || wanted !== templateId(app))
				throw new GraphError(400, 'BadRequest', `${app.name} has no synchronization template '${wanted}'.`);
			if (asked.world.tables.jobsByApp.first(app.slot) !== undefined)
				throw new GraphError(
					409,
					'Conflict',
					`${app.name} has a job of this template already: one is modelled for each.`
				);
			return {
				...ok(null, 201),
				command: { verb: 'job.create', args: { app: app.key } },
				finish: (world) => ok(createdJob(asked, world), 201)
			};
		}
	},
	{
		method: 'GET',
		path: `${jobsPath}/{job}`,
		title: 'Get job',
		run(asked) {
			const job = graphJob(asked.world, jobOfPath(asked).job);
			return ok(withContext(asked.version, `${contextOf(asked)}/$entity`, job));
		}
	},
	{
		method: 'DELETE',
		path: `${jobsPath}/{job}`,
		title: 'Delete job',
		run: (asked) => noContent({ verb: 'job.delete', args: { app: jobOfPath(asked).app.key } })
	}
];

/** A job that was just created. */
function createdJob(asked: Asked, world: World): Json {
	const job = world.tables.jobs.get(world.tables.jobsByApp.first(principalOf(asked).slot)!)!;
	return withContext(asked.version, `${contextOf(asked)}/$entity`, graphJob(world, job));
}
