import { dateWords, minuteWords } from '#lib/views/timeline/words';
import { parseTime } from '#lib/world/script/parse/values';
import { momentOf } from '#lib/world/script/run/clock';

/** The moment that a lesson's time means in a company that began then. */
export function momentIn(time: string, start: number): number {
	return momentOf(parseTime(time, { line: 1, column: 1 }), start);
}

/** "09:40", with its day where the lesson names one. */
export function timeSaid(time: string, start: number): string {
	const at = momentIn(time, start);
	return time.includes('-') ? `${dateWords(at)}, ${minuteWords(at)}` : minuteWords(at);
}
