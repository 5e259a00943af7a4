/** What a remembered list of names must be. */
export const areWords = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'string');
