import type { LinkRow } from '#lib/engine/job/records';
import { GraphError, noContent, ok, withContext } from '../answer';
import { jobOfPath, type Asked, type Call } from '../call';

const path = '/servicePrincipals/{sp}/synchronization/jobs/{job}/objectConnections';

/** C-295: the id is tried as source id first and as target id second. */
function linkOf(asked: Asked): LinkRow | null {
	const { job } = jobOfPath(asked);
	const { links, linksByJob } = asked.world.tables;
	let byTarget: LinkRow | null = null;
	for (const slot of linksByJob.get(job.slot)) {
		const link = links.get(slot)!;
		if (link.sourceId === asked.params.id) return link;
		if (link.targetId === asked.params.id) byTarget ??= link;
	}
	return byTarget;
}

export const connections: readonly Call[] = [
	{
		method: 'GET',
		path,
		title: 'List object connections (refused)',
		run(asked) {
			jobOfPath(asked);
			// C-296.
			throw new GraphError(400, 'BadRequest', 'Object connections cannot be listed: ask for one by a known id.');
		}
	},
	{
		method: 'GET',
		path: `${path}/{id}`,
		title: 'Get object connection',
		run(asked) {
			const link = linkOf(asked);
			const { id } = asked.params;
			if (!link) throw new GraphError(404, 'NotFound', `No object connection was found for '${id}'.`);
			const { sourceId, targetId, displayName, kind } = link;
			const of = `servicePrincipals('${asked.params.sp}')/synchronization/jobs('${asked.params.job}')/objectConnections/$entity`;
			return ok(
				withContext(asked.version, of, {
					objectId: id!,
					sourceAnchor: sourceId,
					targetAnchor: targetId,
					displayName: displayName || null,
					objectTypeName: kind === 'group' ? 'Group' : 'User'
				})
			);
		}
	},
	{
		method: 'DELETE',
		path: `${path}/{id}`,
		title: 'Delete object connection',
		run(asked) {
			const { app, job } = jobOfPath(asked);
			// C-297.
			if (job.schedule === 'Active')
				throw new GraphError(409, 'Conflict', 'The job is active: pause it before you delete an object connection.');
			const link = linkOf(asked);
			// C-298: an absent one answers like a successful delete.
			if (!link) return noContent();
			return noContent({ verb: 'job.deleteLink', args: { app: app.key, kind: link.kind, object: link.source } });
		}
	}
];
