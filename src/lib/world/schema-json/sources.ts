import { nodesOf, parseExpression } from '#lib/engine/mapping';
import type { StoredSourceShape } from './shape';

/** The source attributes that a stored source reads, by its tree or else by its text (J-015). */
export function nodesOfSource(source: StoredSourceShape | null | undefined): string[] {
	if (!source) return [];
	const type = source.type?.toLowerCase() ?? 'attribute';
	if (type === 'attribute' && source.name) return [source.name];
	if (source.parameters?.length) return source.parameters.flatMap(({ value }) => nodesOfSource(value));
	const node = parseExpression(source.expression ?? '');
	return 'error' in node ? [] : nodesOf(node).flatMap((one) => (one.kind === 'attribute' ? [one.name] : []));
}
