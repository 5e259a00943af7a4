import type { Path, Report } from './report';
import type { DirectoryShape, ObjectShape, RuleShape, SchemaShape } from './shape';
import { nodesOfSource } from './sources';

type Definition = NonNullable<DirectoryShape['objects']>[number];
type Attribute = NonNullable<Definition['attributes']>[number];

/** What an importer says of a whole schema before it looks at what it does (spec: "Checks an importer should make"). */
export function checkSchema(schema: SchemaShape, report: Report): void {
	const { directories, synchronizationRules } = schema;
	if (!synchronizationRules)
		report.error([], 'J-017', 'there is no list synchronizationRules: this is not a synchronizationSchema');
	if (!directories) report.warning([], 'J-017', 'there is no list directories, so attribute names cannot be checked');
	directories?.forEach((directory, index) => checkDirectory(directory, ['directories', index], report));
	synchronizationRules?.forEach((rule, index) =>
		checkRule(rule, directories ?? null, ['synchronizationRules', index], report)
	);
}

function checkDirectory({ objects }: DirectoryShape, path: Path, report: Report): void {
	for (const [index, { name, attributes }] of (objects ?? []).entries()) {
		const place = [...path, 'objects', index];
		const anchors = (attributes ?? []).filter(({ anchor }) => anchor).length;
		if (anchors !== 1) report.warning(place, 'J-028', `${name} has ${anchors} anchors, where one is documented`);
		for (const [number, attribute] of (attributes ?? []).entries())
			if (attribute.type?.toLowerCase() === 'reference' && !attribute.referencedObjects?.length)
				report.warning([...place, 'attributes', number], 'J-028', `${attribute.name} refers to no object`);
	}
}

function checkRule(rule: RuleShape, directories: readonly DirectoryShape[] | null, path: Path, report: Report): void {
	// J-028: names are compared within the document only.
	const named = (name: string | null | undefined, member: string) => {
		const found = directories?.find((directory) => directory.name === name);
		if (directories && !found)
			report.error([...path, member], 'J-028', `the directory ${name ?? ''} is not among the directories`);
		return found;
	};
	const source = named(rule.sourceDirectoryName, 'sourceDirectoryName');
	const target = named(rule.targetDirectoryName, 'targetDirectoryName');
	for (const [index, mapping] of (rule.objectMappings ?? []).entries()) {
		const place = [...path, 'objectMappings', index];
		if (mapping.enabled === false && mapping.sourceObjectName?.toLowerCase() === 'user')
			report.warning([...place, 'enabled'], 'C-209', 'users cannot be turned off: they are still provisioned');
		checkRows(mapping, place, report);
		const from = defined(source, mapping, 'sourceObjectName', place, report);
		const to = defined(target, mapping, 'targetObjectName', place, report);
		checkNames(mapping, from, to, place, report);
	}
}

function defined(
	directory: DirectoryShape | undefined,
	mapping: ObjectShape,
	member: 'sourceObjectName' | 'targetObjectName',
	path: Path,
	report: Report
): Definition | undefined {
	const found = directory?.objects?.find(({ name }) => name === mapping[member]);
	if (directory && !found && mapping.enabled)
		report.error([...path, member], 'J-028', `${directory.name} has no object ${mapping[member] ?? ''}`);
	return found;
}

/** What two rows of one list must not share. */
function checkRows({ attributeMappings, enabled }: ObjectShape, path: Path, report: Report): void {
	const rows = attributeMappings ?? [];
	const targets = new Set<string>();
	const priorities = new Set<number>();
	for (const [index, { targetAttributeName, matchingPriority, source, defaultValue }] of rows.entries()) {
		const place = [...path, 'attributeMappings', index];
		if (targets.has(targetAttributeName)) report.error(place, 'M-001', `${targetAttributeName} is mapped twice`);
		targets.add(targetAttributeName);
		if (matchingPriority) {
			if (priorities.has(matchingPriority))
				report.warning(place, 'M-050', `the matching priority ${matchingPriority} is used twice`);
			priorities.add(matchingPriority);
		}
		if (!source && defaultValue == null && enabled !== false)
			report.warning(place, 'M-002', `${targetAttributeName} has neither a source nor a default value`);
	}
	if (enabled !== false && priorities.size === 0) report.warning(path, 'M-050', 'no attribute mapping matches objects');
}

function checkNames(
	{ attributeMappings, enabled }: ObjectShape,
	source: Definition | undefined,
	target: Definition | undefined,
	path: Path,
	report: Report
): void {
	if (enabled === false) return;
	for (const [index, row] of (attributeMappings ?? []).entries()) {
		const place = [...path, 'attributeMappings', index];
		const attribute = target && named(target, row.targetAttributeName);
		if (target && !attribute)
			report.error(place, 'M-070', `${row.targetAttributeName} is not an attribute of ${target.name}`);
		if (attribute?.anchor && isOnlyAnchor(target!))
			report.warning(place, 'M-073', `${row.targetAttributeName} is the anchor of ${target!.name}`);
		if (!source) continue;
		for (const name of new Set(nodesOfSource(row.source)))
			if (!named(source, name))
				report.error([...place, 'source'], 'M-074', `${name} is not an attribute of ${source.name}`);
	}
}

/** Of two anchors, which real exports have, one may well be written. */
function isOnlyAnchor({ attributes }: Definition): boolean {
	return attributes!.filter(({ anchor }) => anchor).length === 1;
}

/** Directory extensions are case-sensitive, the others are not (G-008). */
export function named({ attributes }: Pick<Definition, 'attributes'>, wanted: string): Attribute | undefined {
	const exact = attributes?.find(({ name }) => name === wanted);
	if (exact || wanted.startsWith('extension_')) return exact;
	return attributes?.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}
