import type { Json } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { profileOf } from '../../profile';
import { GraphError, ok } from '../answer';
import { bodyObject, jobOfPath, type Call } from '../call';
import { demandResult } from '../demand-result';

/** C-394. */
const spanMs = 10_000;
const most = 5;
/** C-393. */
const mostMembers = 5;

interface Subject {
	readonly objectId?: unknown;
	readonly objectTypeName?: unknown;
	readonly links?: { readonly members?: readonly Subject[] } | null;
}

/** How long until the action takes another request; 0: it takes one now. */
function throttled({ tables, clock }: World): number {
	const recent: number[] = [];
	for (let slot = tables.commands.next - 1; slot >= 0 && recent.length < most; slot--) {
		const command = tables.commands.get(slot)!;
		if (command.at <= clock - spanMs) break;
		if (command.verb === 'job.onDemand') recent.push(command.at);
	}
	return recent.length < most ? 0 : recent.at(-1)! + spanMs - clock;
}

/** C-393: one object a request. */
function subjectOf(parameters: Json | undefined): Subject {
	const subjects = (Array.isArray(parameters) ? (parameters as readonly Json[]) : []).flatMap(
		(parameter) => ((parameter as { readonly subjects?: Subject[] } | null)?.subjects ?? []) as Subject[]
	);
	if (subjects.length === 1 && typeof subjects[0]?.objectId === 'string') return subjects[0];
	throw new GraphError(
		400,
		'BadRequest',
		`The body has to name one subject: parameters[0].subjects[0] with objectId and objectTypeName. It names ${subjects.length}.`
	);
}

/** The place of the object that a subject names: of the directory, or of human resources. */
function placeOf({ tables }: World, app: AppRow, { objectId, objectTypeName }: Subject) {
	const id = String(objectId);
	const type = typeof objectTypeName === 'string' ? objectTypeName.toLowerCase() : '';
	const isHr = profileOf(app).template?.source === 'hr';
	if (!['user', 'group', 'worker'].includes(type) || isHr !== (type === 'worker'))
		throw new GraphError(
			400,
			'BadRequest',
			`objectTypeName has to be ${isHr ? 'Worker' : 'User or Group'}, not '${String(objectTypeName ?? '')}'.`
		);
	const slot =
		type === 'worker'
			? (tables.workersByWid.first(id) ?? tables.workersById.first(id.toLowerCase()))
			: (type === 'group' ? tables.groupsById : tables.usersById).first(id);
	if (slot === undefined)
		throw new GraphError(404, 'Request_ResourceNotFound', `The ${type} '${id}' does not exist in the source system.`);
	return { kind: type === 'group' ? 'group' : 'user', object: slot };
}

/** C-393: the members of a group that are provisioned with it, at most five; without any, the group alone. */
function membersOf(world: World, app: AppRow, { links }: Subject): readonly number[] {
	const named = links?.members ?? [];
	if (!Array.isArray(named)) throw new GraphError(400, 'BadRequest', 'links.members has to be a list of subjects.');
	if (named.length > mostMembers)
		throw new GraphError(
			400,
			'BadRequest',
			`links.members takes at most ${mostMembers} subjects. It names ${named.length}.`
		);
	return named.map((member: Subject) => {
		const { kind, object } = placeOf(world, app, member ?? {});
		if (kind === 'group') throw new GraphError(400, 'BadRequest', 'links.members takes users, not groups.');
		return object;
	});
}

/** Somebody to begin with: who has an account, or else the first. */
function sample({ tables, sim }: World, app: AppRow, job: JobRow | null): Json {
	const isHr = profileOf(app).template?.source === 'hr';
	const slot = job && tables.linksByJob.get(job.slot).find((each) => tables.links.get(each)!.kind === 'user');
	const linked = typeof slot === 'number' ? tables.links.get(slot) : null;
	const [first] = isHr ? tables.workers.all() : tables.users.all();
	const someone = (linked && (isHr ? tables.workers : tables.users).get(linked.source)) ?? first;
	const objectId = someone && ('wid' in someone ? someone.wid : someone.id);
	return {
		parameters: [
			{
				// The rule of the job's schema.
				ruleId: guid(sim.host.tenantRow.seedText, `schema rule ${app.key}`, 0),
				subjects: [{ objectId: objectId ?? '', objectTypeName: isHr ? 'Worker' : 'User' }]
			}
		]
	};
}

export const demand: readonly Call[] = [
	{
		method: 'POST',
		path: '/servicePrincipals/{sp}/synchronization/jobs/{job}/provisionOnDemand',
		title: 'Provision on demand',
		sample,
		run(asked) {
			const { world } = asked;
			const { app, job } = jobOfPath(asked);
			const named = subjectOf(bodyObject(asked).parameters);
			const subject = placeOf(world, app, named);
			const members = subject.kind === 'group' ? membersOf(world, app, named) : [];
			const wait = throttled(world);
			if (wait > 0)
				throw new GraphError(
					429,
					'TooManyRequests',
					`Provision on demand takes ${most} requests in ${spanMs / 1000} seconds. Try again later.`,
					{ 'Retry-After': String(Math.ceil(wait / 1000)) }
				);
			return {
				...ok(null),
				command: { verb: 'job.onDemand', args: { app: app.key, ...subject, members } },
				awaitsRun: true,
				finish: (after) => ok(demandResult(after, app, job.slot))
			};
		}
	}
];
