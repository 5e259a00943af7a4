import { tableNames, type Slot } from '#lib/engine/base';
import type { ScopingFilter } from '#lib/engine/scoping';
import { scoping } from '#lib/engine/scoping/late';
import type { Attributes, UserRow } from '#lib/engine/source';
import { successFactorsRecord } from '#lib/hr/successfactors';
import { profilesOf, type Profile, type Reading } from '#lib/hr/worker';
import { workdayRecord } from '#lib/hr/workday';
import type { WorkerRow } from '../tables/hr';
import type { Tables } from '../tables/tables';
import { PeopleOnly } from './people-only';
import type { Pins } from './pins';

const workers = tableNames.indexOf('workers');
type Accepts = (attributes: Attributes) => boolean;
const filters = new WeakMap<ScopingFilter, Accepts>();

/** H-156: a profile that the scoping filter leaves out is not read as the worker's. */
function acceptsOf(filter: ScopingFilter | null): Accepts {
	if (filter === null) return () => true;
	let accepts = filters.get(filter);
	if (!accepts) {
		const scope = scoping.here.compileScope(filter);
		filters.set(filter, (accepts = 'error' in scope ? () => false : (attributes) => scope.passes(attributes)));
	}
	return accepts;
}

/** One profile as a source object; its attributes are worked out when somebody asks. */
class WorkerRecord implements UserRow {
	readonly created = 0;
	readonly softDeletedAt = null;
	readonly id: string;
	#attrs: Attributes | null = null;

	constructor(
		readonly slot: Slot,
		readonly profile: Profile,
		readonly reading: Reading
	) {
		this.id = profile.wid;
	}

	get attrs(): Attributes {
		return (this.#attrs ??= this.#read());
	}

	#read(): Attributes {
		const { system, unread } = this.reading;
		if (system === 'successfactors') return successFactorsRecord(this.profile);
		const record = workdayRecord(this.profile);
		if (!unread?.size) return record;
		return Object.fromEntries(Object.entries(record).filter(([name]) => !unread.has(name)));
	}
}

/** A human-resources system as a job reads it: at a moment, now or when its cycle began. */
export class HrView extends PeopleOnly {
	readonly #accepts: Accepts;
	#last: WorkerRecord | null = null;
	#lastRow: WorkerRow | null = null;

	constructor(
		readonly tables: Tables,
		readonly reading: Reading,
		filter: ScopingFilter | null,
		readonly pins: Pins | null
	) {
		super();
		this.#accepts = acceptsOf(filter);
	}

	user(slot: Slot): UserRow | null {
		const was = this.pins?.find(workers, slot);
		const row = was ? ((was.row as WorkerRow | undefined) ?? null) : this.tables.workers.get(slot);
		if (!row) return null;
		if (this.#lastRow === row) return this.#last;
		this.#lastRow = row;
		return (this.#last = this.#isHidden(row) ? null : this.#read(row));
	}

	/** H-032. */
	#isHidden({ fields }: WorkerRow): boolean {
		const { only } = this.reading;
		return only !== undefined && fields.SupervisoryOrganization !== only;
	}

	#read(row: WorkerRow): WorkerRecord | null {
		const { slot } = row;
		const records = profilesOf(row, this.reading).map((profile) => new WorkerRecord(slot, profile, this.reading));
		if (records.length <= 1) return records[0] ?? null;
		return records.find(({ attrs }) => this.#accepts(attrs)) ?? records[1]!;
	}

	get userCount(): number {
		return this.tables.workers.next;
	}
}
