/** Sessions outside of a running world: links and files. */
import '#lib/world';

export { decodeLink, decodeScript, encodeLink, encodeScript } from './link';
export { exportSession, importSession } from './file';
export { readShared, rebuild, sharedOf, Unreadable, type Shared } from './shared';
export {
	exportSchema,
	importSchema,
	type ImportedSchema,
	type JobSchema,
	type SchemaFailure
} from '#lib/world/schema-json';
export { schemaOfJob } from '#lib/views/apps/schema-of-job';
export { exportLogs, type LogFiles, type LogRecord } from './logs';
export { importUsers, type ImportedPeople, type ImportedUser, type PeopleFailure } from './people/import-users';
