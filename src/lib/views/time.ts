import { dayWords, isSameDay, timeWords } from './timeline/words';

/** "09:41:12", with its day when that is not today's, and with the year when it is not this one. */
export function momentWords(at: number, today: number): string {
	return isSameDay(at, today) ? timeWords(at) : `${dayWords(at, today)} ${timeWords(at)}`;
}

/** C-479: UTC in ISO 8601. */
export function isoTime(at: number): string {
	return new Date(at).toISOString().replace('.000Z', 'Z');
}

export function isoDuration(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	return minutes % 60 === 0 && minutes > 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}
