import type { Row, Slot } from '#lib/engine/base';
import type { MemberRow } from '#lib/engine/source';
import { ChainIndex } from '../core/chain-index';
import type { TableIndex } from '../core/tables';

/** 24 bits of slot below the kind, as `principalKey` has it, turned so that users and groups share small numbers. */
const dense = (key: number): number => (key & 0xffffff) * 2 + (key >>> 24);

/** The memberships of a user or a group, by `principalKey`. */
export class MembershipsIndex implements TableIndex {
	readonly #chains = new ChainIndex<MemberRow>((row) => row.member * 2 + (row.kind === 'group' ? 1 : 0));

	get(key: number): readonly Slot[] {
		return this.#chains.get(dense(key));
	}

	index(before: Row | null | undefined, after: Row | null | undefined): void {
		this.#chains.index(before, after);
	}
}
