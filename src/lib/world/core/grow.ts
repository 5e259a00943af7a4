type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A typed array with room for `needed` values; what it held is kept. Doubling keeps appends cheap. */
export function grown<T extends Column>(column: T, needed: number): T {
	if (needed <= column.length) return column;
	const larger = new (column.constructor as new (length: number) => T)(Math.max(needed, column.length * 2));
	larger.set(column);
	return larger;
}
