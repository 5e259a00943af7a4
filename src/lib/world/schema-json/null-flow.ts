import type { Path, Report } from './report';
import type { ObjectShape, RuleShape, SchemaShape } from './shape';

interface Attribute {
	readonly name: string;
	readonly flowNullValues?: boolean | null;
}

/** Where a schema lists the attributes that a mapping can read, or write; null: it does not. */
export function listedAttributes(
	side: 'source' | 'target',
	schema: SchemaShape,
	rule: RuleShape,
	mapping: ObjectShape
): Path | null {
	const directory = schema.directories?.findIndex(({ name }) => name === rule[`${side}DirectoryName`]) ?? -1;
	const objects = schema.directories?.[directory]?.objects;
	const object = objects?.findIndex(({ name }) => name === mapping[`${side}ObjectName`]) ?? -1;
	return objects?.[object]?.attributes ? ['directories', directory, 'objects', object, 'attributes'] : null;
}

/** M-030: the attributes whose empty value may flow; what a target says of its own has no meaning. */
export function readNullFlow(schema: SchemaShape, source: Path | null, report: Report): string[] {
	const flows: string[] = [];
	schema.directories?.forEach(({ objects }, index) =>
		objects?.forEach(({ attributes }, at) =>
			attributes?.forEach(({ name, flowNullValues }, number) => {
				if (!flowNullValues) return;
				const list = ['directories', index, 'objects', at, 'attributes'];
				const place = [...list, number, 'flowNullValues'];
				if (String(list) === String(source)) {
					flows.push(name);
					report.acts(place, 'M-030', `an empty ${name} flows to the targets that take it, in jobs that clear values`);
				} else report.keeps(place, 'M-030', `null flow of ${name} is not used: no user is read from there`);
			})
		)
	);
	return flows;
}

/** The same attributes with other ones whose empty value may flow. */
export function writeNullFlow(attributes: readonly Attribute[], flows: readonly string[]): Attribute[] {
	return attributes.map((attribute) => {
		const flowNullValues = flows.includes(attribute.name);
		return (attribute.flowNullValues ?? false) === flowNullValues ? attribute : { ...attribute, flowNullValues };
	});
}
