/** The slot that an address names; null: it names none. */
export function slotOf(text: string): number | null {
	return /^\d{1,8}$/.test(text) ? Number(text) : null;
}
