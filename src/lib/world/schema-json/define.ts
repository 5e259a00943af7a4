import type { SystemAttribute, SystemSchema } from './export';
import type { ObjectKind } from './import';
import { named } from './checks';
import { listedAttributes } from './null-flow';
import type { Path } from './report';
import type { ObjectShape, SchemaShape } from './shape';
import { nodesOfSource } from './sources';

type Side = 'source' | 'target';
type Found = { readonly at: Path; readonly attributes: readonly SystemAttribute[] };

/**
 * M-070, M-074: what a row names that came since the import, and the document does not list: with nothing added, it would
 * be refused where it came from.
 */
export function newAttributes(
	before: SchemaShape,
	place: Path,
	after: ObjectShape,
	kind: ObjectKind,
	systems: { readonly [side in Side]: SystemSchema }
): Found[] {
	const [, rule, , mapping] = place;
	const ruleBefore = before.synchronizationRules?.[Number(rule)];
	const was = ruleBefore?.objectMappings?.[Number(mapping)];
	if (!ruleBefore || !was) return [];
	return (['source', 'target'] as const).flatMap((side) => {
		const at = listedAttributes(side, before, ruleBefore, was);
		if (!at) return [];
		const [, directory, , object] = at;
		const listed = before.directories![Number(directory)]!.objects![Number(object)]!;
		const had = new Set(namesIn(was, side));
		const names = [...new Set(namesIn(after, side))].filter((name) => !had.has(name) && !named(listed, name));
		const known = systems[side].objects[kind]?.attributes ?? [];
		const attributes = names.map((name) => known.find((one) => one.name === name) ?? { name });
		return attributes.length > 0 ? [{ at, attributes }] : [];
	});
}

function namesIn({ attributeMappings }: ObjectShape, side: Side): string[] {
	return (attributeMappings ?? []).flatMap(({ source, targetAttributeName }) =>
		side === 'source' ? nodesOfSource(source) : targetAttributeName
	);
}
