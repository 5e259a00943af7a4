import type { Json } from '#lib/engine/base';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { GraphError, ok, withContext } from '../answer';
import { principalOf, type Call } from '../call';
import { holds, parsedFilter } from '../odata/filter';
import { refuseOthers } from '../odata/query';

type Entity = { readonly [name: string]: Json };

function entityOf({ sim }: World, { id, name, slot }: AppRow): Entity {
	return { id, appId: guid(sim.host.tenantRow.seedText, 'application', slot), displayName: name };
}

function selected(entity: Entity, select: string | undefined): Entity {
	if (select === undefined) return entity;
	const names = select.split(',').map((name) => name.trim());
	return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
}

const options = ['filter', 'select'];

/** Service principals: only so that a job can be found by the name of its application. */
export const servicePrincipals: readonly Call[] = [
	{
		method: 'GET',
		path: '/servicePrincipals',
		title: 'List service principals',
		query: "$select=id,appId,displayName&$filter=startswith(displayName, 'Q')",
		run({ world, version, query }) {
			refuseOthers(query, options);
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
				.map((entity) => selected(entity, query.get('select')));
			return ok(withContext(version, 'servicePrincipals', { value }));
		}
	},
	{
		method: 'GET',
		path: '/servicePrincipals/{sp}',
		title: 'Get service principal',
		run(asked) {
			refuseOthers(asked.query, ['select']);
			const entity = entityOf(asked.world, principalOf(asked));
			return ok(withContext(asked.version, 'servicePrincipals/$entity', selected(entity, asked.query.get('select'))));
		}
	}
];
