import type { AppDefinition } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import type { AppRow } from '#lib/world/tables/rows';

/** What the screens have to know of an application's kind: of the gallery, or a job from or to HR. */
export interface Profile extends Pick<
	AppDefinition,
	'name' | 'connector' | 'note' | 'credentials' | 'host' | 'operations' | 'limits'
> {
	/** undefined: an application that the directory is provisioned to. */
	readonly template: JobTemplate | undefined;
	/** C-514: the schema of a resource. */
	schemaOf(type: 'User' | 'Group'): string;
}

const systems = { workday: 'Workday', successfactors: 'SuccessFactors' } as const;

/** Where a job from or to HR reads, and where it writes. */
export function hrSystemName({ system }: JobTemplate): string {
	return system === null ? 'API' : systems[system];
}

export function profileOf({ kind }: Pick<AppRow, 'kind'>): Profile {
	const template = templateOf(kind);
	if (template) return ofTemplate(template);
	const definition = definitionOf(kind);
	return {
		...definition,
		template: undefined,
		schemaOf: (type) => definition.types.find(({ name }) => name === type)?.schema.id ?? ''
	};
}

function ofTemplate(template: JobTemplate): Profile {
	const { name, creates, system } = template;
	return {
		name,
		connector: 'gallery',
		credentials: { kind: system === null ? 'none' : 'password', fields: [] },
		host: system === null ? 'https://graph.microsoft.com/v1.0' : `https://${system}.example`,
		operations: {
			create: creates,
			update: true,
			disable: template.state ? 'deactivate' : undefined,
			delete: creates,
			groups: false,
			groupRename: false,
			onDemandWhileRunning: true
		},
		template,
		schemaOf: (type) => type
	};
}
