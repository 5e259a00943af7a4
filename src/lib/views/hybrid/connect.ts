import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { connectIntervalMs } from '#lib/world/connect/interval';
import type { ConnectRow, ConnectRunRow } from '#lib/world/tables/hybrid';
import { defineView, pageOf, window, type Page } from '../view';
import { adUnits, type AdUnit } from './ad-units';
import { failedExports, putAside, type ConnectError } from './connect-errors';

export interface ConnectRunInfo {
	readonly slot: Slot;
	readonly kind: 'delta' | 'initial';
	/** H-304. */
	readonly staging: boolean;
	readonly startedAt: number;
	readonly endedAt: number | null;
	/** null: it still runs. */
	readonly status: string | null;
	/** 116: the deletion threshold stopped it (H-320). */
	readonly event: number | null;
	readonly exports: number;
	readonly staged: number;
	readonly failed: number;
	readonly seq: number;
}

export interface ConnectInfo {
	readonly scheduler: boolean;
	readonly nextAt: number | null;
	readonly nextKind: 'delta' | 'initial';
	readonly intervalMs: number;
	readonly running: ConnectRunInfo | null;
	/** Changes of Active Directory that the next run exports, if it may. */
	readonly waiting: number;
	/** Deletions that the threshold holds back. */
	readonly held: number;
	readonly staging: boolean;
	readonly blockSoftMatch: boolean;
	readonly blockHardMatch: boolean;
	/** H-316. */
	readonly duplicateResiliency: boolean;
	readonly deletionThreshold: number | null;
	/** H-303: the filter was changed, and no full cycle has run since. */
	readonly filterWaits: boolean;
	readonly units: readonly (AdUnit & { readonly chosen: boolean })[];
	readonly runs: Page<ConnectRunInfo>;
	/** What the tenant did not take, whole accounts before single values. */
	readonly errors: readonly ConnectError[];
	/** How many there are. */
	readonly errorCount: number;
	/** H-460: accounts among them, which each run tries again. */
	readonly failing: number;
}

export function runInfo({
	slot,
	kind,
	staging = false,
	startedAt,
	endedAt,
	status,
	event,
	exports,
	staged,
	failed,
	fact
}: ConnectRunRow) {
	const info: ConnectRunInfo = {
		slot,
		kind,
		staging,
		startedAt,
		endedAt,
		status: endedAt === null ? null : status,
		event,
		exports,
		staged,
		failed,
		seq: fact
	};
	return info;
}

const shownErrors = 200;

/** Microsoft Entra Connect: its scheduler, its settings, its runs and what the tenant did not take; null: there is none. */
export const connect = defineView(z.object({ ...window }), (world, asked): ConnectInfo | null => {
	const { tables } = world;
	const state = tables.connect.get(0);
	const tree = adUnits(world, {});
	if (!state || !tree) return null;
	const runs = [...tables.connectRuns.all()].reverse();
	const failing = failedExports(world);
	const errors = [...failing, ...putAside(world)];
	const held = tables.connectRuns.get(state.last ?? -1)?.staged ?? 0;
	const stopped = tables.pendingExports.get(1).length - held;
	return {
		scheduler: !state.suspended,
		nextAt: state.nextAt,
		nextKind: state.nextKind,
		intervalMs: connectIntervalMs,
		running: state.run === null ? null : runInfo(tables.connectRuns.get(state.run)!),
		waiting: tables.adFeed.next - state.usn + tables.pendingAdGroups.get(0).length + Math.max(stopped, 0),
		held,
		staging: state.staging,
		blockSoftMatch: state.blockSoftMatch,
		blockHardMatch: state.blockHardMatch,
		duplicateResiliency: state.duplicateResiliency !== false,
		deletionThreshold: state.deletionThreshold,
		filterWaits: filterWaits(state),
		units: tree.units.map((unit) => ({ ...unit, chosen: !state.excluded.includes(unit.dn) })),
		runs: pageOf(runs, runs.length, asked, runInfo),
		errors: errors.slice(0, shownErrors),
		errorCount: errors.length,
		failing: failing.length
	};
});

function filterWaits({ excluded, applied }: ConnectRow): boolean {
	return excluded.length !== applied.length || excluded.some((dn) => !applied.includes(dn));
}
