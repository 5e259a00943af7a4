import type { Slot } from '#lib/engine/base';
import type { SourceView } from '#lib/engine/host';
import { assignedObjects, entitlementOf } from '#lib/engine/job/entitlement';
import type { JobRow, ObjectMapping } from '#lib/engine/job/records';
import type { Source } from '#lib/engine/mapping';
import { compileScope, type CompiledScope, type ScopeError } from '#lib/engine/scoping';
import { isActive, type GroupRow, type UserRow } from '#lib/engine/source';
import { Guard } from '#lib/engine/steps/guards';
import { sourceRecord } from '#lib/engine/steps/scope';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { managerOf, nameOfSource } from '#lib/world/run/subject';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, jobOf } from '../names';

export type ObjectKind = 'users' | 'groups';
export type SourceRow = UserRow | GroupRow;
export { nameOfSource as nameOf };

/** Source objects as the mappings of one application read them; without an application, as the directory has them. */
export class Records {
	readonly app: AppRow | null;
	readonly job: JobRow | null;
	readonly mapping: ObjectMapping | null;
	/** Of a job from or to human resources. */
	readonly template: JobTemplate | undefined;
	readonly #all: boolean;
	readonly #scope: CompiledScope | ScopeError;
	readonly #view: SourceView;

	constructor(
		readonly world: World,
		key: string | null,
		readonly object: ObjectKind
	) {
		const { host } = world.sim;
		this.app = key === null ? null : appNamed(world, key);
		this.job = this.app && jobOf(world, this.app);
		this.template = this.app ? templateOf(this.app.kind) : undefined;
		const config = this.job && host.config(this.job.config);
		this.mapping = config ? config[object] : null;
		this.#all = config?.scopeMode === 'all';
		this.#scope = compileScope(this.mapping?.filter ?? null);
		this.#view = this.job ? host.sourceOf(this.job) : host.source();
	}

	/** Whether the directory is read: then there are users, groups and assignments. */
	get isDirectory(): boolean {
		return this.template === undefined || this.template.source === 'directory';
	}

	/** C-076: nobody has to be assigned. */
	get isForAll(): boolean {
		return this.#all || !this.app;
	}

	/** How many there are, with those in the recycle bin. */
	get count(): number {
		return this.object === 'users' ? this.#view.userCount : this.#view.groupCount;
	}

	/** Everybody who is not in the recycle bin, in the order of the source. */
	*rows(): Generator<SourceRow> {
		for (let slot = 0; slot < this.count; slot++) {
			const row = this.row(slot);
			if (row && row.softDeletedAt === null) yield row;
		}
	}

	row(slot: Slot): SourceRow | null {
		return this.object === 'users' ? this.#view.user(slot) : this.#view.group(slot);
	}

	/** Whom the scope of the job leaves in before any filter: the assigned ones, or everybody (C-076). */
	isEntitled(row: SourceRow): boolean {
		if (this.isForAll) return true;
		const { assigned, role } = this.entitlement(row);
		return assigned && role;
	}

	/** All whom it leaves in, in the order of the source: a few of many, so that nobody else is looked at. */
	*entitled(): Generator<SourceRow> {
		if (this.isForAll || !this.app || !this.isDirectory) return yield* this.rows();
		const { host } = this.world.sim;
		for (const slot of assignedObjects(this.#view, this.app.slot, host.now)[this.object]) {
			const row = this.row(slot);
			if (row && row.softDeletedAt === null && this.isEntitled(row)) yield row;
		}
	}

	record(row: SourceRow): Source {
		const entitlement = this.entitlement(row);
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
			displayName: nameOfSource(row),
			entitlement,
			manager: managerOf(row, this.#view)
		} as const;
		return sourceRecord({ ...subject, link: null, escrow: null, change: 'Update' }, guards);
	}

	entitlement(row: SourceRow) {
		if (!this.app || !this.isDirectory) return { assigned: true, role: true, roles: [] };
		const { host } = this.world.sim;
		const kind = this.object === 'users' ? 'user' : 'group';
		return entitlementOf(this.#view, host.app(this.app.slot), kind, row.slot, host.now);
	}
}
