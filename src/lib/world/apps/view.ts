import type { AppDefinition } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import type { AppView } from '#lib/engine/host';
import { templateOf } from '#lib/hr/templates';
import { inboundView } from '../inbound/add';
import type { AppRow } from '../tables/rows';

const minute = 60_000;

/** What the service knows of an application: its gallery entry, and how its administrator has set it. */
export function appView(row: AppRow): AppView {
	if (templateOf(row.kind)) return inboundView(row);
	const definition = definitionOf(row.kind);
	const rps = number(row.settings.rps);
	return {
		slot: row.slot,
		key: row.key,
		name: row.name,
		id: row.id,
		supportsDisable: row.supportsDisable,
		supportsDelete: definition.operations.delete,
		configuredAt: row.configuredAt,
		pace: pace(definition, row),
		// four seconds of a burst, and three more seconds through the waits.
		writesPerPage: rps !== null && rps < 25 ? Math.floor(rps * 7) : null,
		membersPerRequest: definition.limits?.membersPerRequest,
		gallery: definition.connector !== 'generic',
		refuses: refusalsOf(definition)
	};
}

/** Most connectors send whatever the mappings give. */
function refusalsOf(definition: AppDefinition): NonNullable<AppView['refuses']> {
	if (!definition.refuses && !definition.accepts) return () => null;
	return (list) => {
		const values = new Map<string, unknown>(list.map(({ path, value }) => [path, value]));
		return definition.refuses?.(values) ?? refusedByPattern(definition, values);
	};
}

/** C-192: values that the connector checks before it sends anything. */
function refusedByPattern({ accepts = {} }: AppDefinition, values: ReadonlyMap<string, unknown>) {
	for (const [attribute, pattern] of Object.entries(accepts)) {
		const value = values.get(attribute);
		if (typeof value === 'string' && !pattern.test(value))
			return { attribute, message: `${attribute} contains a character that the application does not accept: ${value}` };
	}
	return null;
}

/** a gallery connector stays below what the vendor allows, whatever else uses the same organisation. */
function pace({ limits }: AppDefinition, row: AppRow): AppView['pace'] {
	if (!limits) return { create: 0, write: 0 };
	const others = number(row.settings.otherTraffic) ?? 0;
	const creates = limits.createsPerMinute ? Math.max(limits.createsPerMinute - others, 1) : null;
	const writes = limits.writesPerMinute ?? null;
	return { create: creates ? minute / creates : 0, write: writes ? minute / writes : 0 };
}

function number(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}
