import type { Slot } from '#lib/engine/base';
import { entitlementOf } from '#lib/engine/job/entitlement';
import type { JobRow, ObjectMapping } from '#lib/engine/job/records';
import type { Source } from '#lib/engine/mapping';
import { compileScope, type CompiledScope, type ScopeError } from '#lib/engine/scoping';
import { displayName, isActive, type GroupRow, type UserRow } from '#lib/engine/source';
import { Guard } from '#lib/engine/steps/guards';
import { sourceRecord } from '#lib/engine/steps/scope';
import type { World } from '#lib/world';
import { DirectoryView } from '#lib/world/source/view';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, jobOf } from '../names';

export type ObjectKind = 'users' | 'groups';

/** Source objects as the mappings of one application read them; without an application, as the directory has them. */
export class Records {
	readonly app: AppRow | null;
	readonly job: JobRow | null;
	readonly mapping: ObjectMapping | null;
	readonly #all: boolean;
	readonly #scope: CompiledScope | ScopeError;
	readonly #view: DirectoryView;

	constructor(
		readonly world: World,
		key: string | null,
		readonly object: ObjectKind
	) {
		this.app = key === null ? null : appNamed(world, key);
		this.job = this.app && jobOf(world, this.app);
		const config = this.job && world.sim.host.config(this.job.config);
		this.mapping = config ? config[object] : null;
		this.#all = config?.scopeMode === 'all';
		this.#scope = compileScope(this.mapping?.filter ?? null);
		this.#view = new DirectoryView(world.tables);
	}

	/** Everybody who is not in the recycle bin, in directory order. */
	*rows(): Generator<UserRow | GroupRow> {
		for (const row of this.world.tables[this.object].all()) if (row.softDeletedAt === null) yield row;
	}

	row(slot: Slot): UserRow | GroupRow | null {
		return this.world.tables[this.object].get(slot);
	}

	/** Whom the scope of the job leaves in before any filter: the assigned ones, or everybody (C-076). */
	isEntitled(row: UserRow | GroupRow): boolean {
		if (this.#all || !this.app) return true;
		const { assigned, role } = this.#entitlement(row);
		return assigned && role;
	}

	record(row: UserRow | GroupRow): Source {
		const entitlement = this.#entitlement(row);
		const kind = this.object === 'users' ? 'user' : 'group';
		const passes = 'error' in this.#scope || this.#scope.passes(row.attrs);
		let guards = 0;
		if (kind === 'group' || isActive(row as UserRow)) guards |= Guard.active;
		if (this.isEntitled(row)) guards |= Guard.entitled;
		if (passes) guards |= Guard.filter;
		if (row.softDeletedAt !== null) guards |= Guard.softDeleted;
		const subject = {
			kind,
			slot: row.slot,
			object: row,
			id: row.id,
			displayName: displayName(row),
			entitlement
		} as const;
		return sourceRecord({ ...subject, link: null, escrow: null, change: 'Update' }, guards);
	}

	#entitlement(row: UserRow | GroupRow) {
		if (!this.app) return { assigned: true, role: true, roles: [] };
		const { host } = this.world.sim;
		const kind = this.object === 'users' ? 'user' : 'group';
		return entitlementOf(this.#view, host.app(this.app.slot), kind, row.slot, host.now);
	}
}
