import type { Path, Report } from './report';
import type { ObjectShape, RuleShape, SchemaShape } from './shape';

/** What the service writes for every object mapping; another value asks for something that is not simulated. */
const usualMetadata: { readonly [key: string]: string } = {
	iscustomerdefined: 'false',
	disablemonitoringforchanges: 'false',
	disposition: '"Normal"',
	excludefromreporting: 'false',
	escrowbehavior: '"Default"',
	unsynchronized: 'false'
};

const known = {
	schema: 'id version synchronizationRules directories',
	rule: 'id name priority editable sourceDirectoryName targetDirectoryName metadata objectMappings',
	object: 'name enabled flowTypes sourceObjectName targetObjectName scope attributeMappings metadata',
	row: 'targetAttributeName source defaultValue matchingPriority flowType flowBehavior exportMissingReferences'
};

/** Says what of a schema is carried along without acting. */
export function tellKept(schema: SchemaShape, report: Report): void {
	strangers(schema, 'schema', [], report);
	schema.directories?.forEach(({ name, objects }, index) => {
		const path = ['directories', index];
		report.keeps(
			path,
			'J-017',
			`the directory ${name ?? ''} is used to check names; the application has its own attribute list`
		);
		objects?.forEach((object, at) =>
			object.attributes?.forEach((attribute, number) => {
				const place = [...path, 'objects', at, 'attributes', number];
				if (attribute.apiExpressions?.length)
					report.keeps([...place, 'apiExpressions'], 'J-026', `the paths of ${attribute.name} are not used`);
			})
		);
	});
}

export function tellRule(rule: RuleShape, path: Path, report: Report): void {
	strangers(rule, 'rule', path, report);
	rule.metadata?.forEach(({ key }, index) => {
		const place = [...path, 'metadata', index];
		if (key === 'defaultSourceObjectMappings') report.keeps(place, 'J-002', `the metadata ${key} stays an opaque text`);
		else report.keeps(place, 'J-001', `the metadata ${key} is not acted on`);
	});
}

export function tellObject(mapping: ObjectShape, path: Path, report: Report): void {
	strangers(mapping, 'object', path, report);
	mapping.metadata?.forEach(({ key, value }, index) => {
		if (usualMetadata[key.toLowerCase()] !== value)
			report.keeps([...path, 'metadata', index], 'J-001', `the metadata ${key}, ${value ?? 'null'}, is not acted on`);
	});
	mapping.attributeMappings?.forEach((row, index) =>
		strangers(row, 'row', [...path, 'attributeMappings', index], report)
	);
}

function strangers(part: object, kind: keyof typeof known, path: Path, report: Report): void {
	const names = new Set(known[kind].split(' '));
	for (const [member, value] of Object.entries(part)) {
		if (names.has(member) || value === null) continue;
		if (member.includes('@odata.')) report.keeps([...path, member], 'J-025', 'an annotation carries no configuration');
		else report.keeps([...path, member], 'J-026', `the member ${member} is not known`);
	}
}
