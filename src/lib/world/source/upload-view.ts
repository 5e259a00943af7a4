import { tableNames, type Slot } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { uploadKey, type UploadRow } from '../tables/hr';
import type { Tables } from '../tables/tables';
import { PeopleOnly } from './people-only';
import type { Pins } from './pins';

const uploads = tableNames.indexOf('uploads');

/** What clients uploaded to one API-driven job. Without pins: what a cycle that begins now has to look at. */
export class UploadView extends PeopleOnly {
	constructor(
		readonly tables: Tables,
		readonly app: Slot,
		readonly pins: Pins | null
	) {
		super();
	}

	user(slot: Slot): UserRow | null {
		const was = this.pins?.find(uploads, slot);
		const row = was ? ((was.row as UploadRow | undefined) ?? null) : this.tables.uploads.get(slot);
		if (!row || row.app !== this.app || row.purged || (!this.pins && !row.pending)) return null;
		const { externalId, attrs, at } = row;
		const { manager } = attrs;
		const superior =
			typeof manager === 'string' ? this.tables.uploadsById.first(uploadKey(this.app, manager)) : undefined;
		return { slot, id: externalId, attrs: { ...attrs, manager: superior ?? null }, created: at, softDeletedAt: null };
	}

	get userCount(): number {
		return this.tables.uploads.next;
	}
}
