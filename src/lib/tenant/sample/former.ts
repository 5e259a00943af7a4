import { extraCounts, extraName, type NamedExtra } from './extras';
import { stream } from './hash';

/** Somebody whom HR still knows and nobody else does: left before 2015, Active 0. */
export interface FormerWorker extends NamedExtra {
	readonly workerId: string;
	readonly hireDate: string;
	readonly lastDay: string;
}

export function formerWorkers(seed: string, size: number): readonly FormerWorker[] {
	const day = (draw: number, from: number, years: number) =>
		new Date(Date.UTC(from, 0, 1) + (draw % (years * 365)) * 86_400_000).toISOString().slice(0, 10);
	return Array.from({ length: extraCounts(size).hrOnly }, (_, n) => ({
		...extraName(seed, 'hr-only', n),
		workerId: String(3_000_000 + n),
		hireDate: day(stream(seed, 'hr-only:hire')(n), 2002, 6),
		lastDay: day(stream(seed, 'hr-only:left')(n), 2009, 5)
	}));
}
