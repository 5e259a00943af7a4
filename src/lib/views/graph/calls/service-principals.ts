import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { GraphError, ok, withContext } from '../answer';
import { principalOf, type Call } from '../call';
import { holds, parsedFilter } from '../odata/filter';
import { selected, type Entity } from '../odata/query';

function entityOf({ sim }: World, { id, name, slot }: AppRow): Entity {
	return { id, appId: guid(sim.host.tenantRow.seedText, 'application', slot), displayName: name };
}

const type = 'servicePrincipal';

/** Service principals: only so that a job can be found by the name of its application. */
export const servicePrincipals: readonly Call[] = [
	{
		method: 'GET',
		path: '/servicePrincipals',
		title: 'List service principals',
		options: ['filter', 'select'],
		query: "$select=id,appId,displayName&$filter=startswith(displayName, 'Q')",
		run({ world, version, query }) {
			const clauses = parsedFilter(query.get('filter') || "startswith(displayName, '')");
			const passes = (entity: Entity) =>
				clauses.every((clause) => {
					const value = entity[clause.field];
					if (typeof value !== 'string')
						throw new GraphError(
							400,
							'Request_UnsupportedQuery',
							`Unsupported property '${clause.field}' in the filter.`
						);
					return holds(clause, value);
				});
			const value = [...world.tables.apps.all()]
				.map((app) => entityOf(world, app))
				.filter(passes)
				.map((entity) => selected(entity, query.get('select'), type));
			return ok(withContext(version, 'servicePrincipals', { value }));
		}
	},
	{
		method: 'GET',
		path: '/servicePrincipals/{sp}',
		title: 'Get service principal',
		options: ['select'],
		run(asked) {
			const entity = entityOf(asked.world, principalOf(asked));
			return ok(
				withContext(asked.version, 'servicePrincipals/$entity', selected(entity, asked.query.get('select'), type))
			);
		}
	}
];
