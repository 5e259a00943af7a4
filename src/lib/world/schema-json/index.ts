/** The stored form of a job's configuration: a synchronizationSchema in and out (J-rules). */
export { exportSchema, type JobSchema, type KeptSchema, type SystemAttribute, type SystemSchema } from './export';
export {
	importSchema,
	type DocumentKind,
	type ImportedSchema,
	type KeptDocument,
	type ObjectKind,
	type SchemaFailure
} from './import';
export { noMapping } from './object';
export { linesOf, MOST, placesIn, readText, type TextError } from './read-text';
export { pathText } from './report';
export type { SchemaProblem, SchemaReport, Told } from './report';
