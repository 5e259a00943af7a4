import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { connectionTest, type ConnectionTest } from '../apps/connection-test';
import { profileOf, type Profile } from '../profile';
import { crowdOf, type Crowd } from './crowd';
import { lastRows, type LastRows } from './last-rows';

/** The present state of one job, as the checks look at it; what costs something is looked at when it is first asked for. */
export class Situation {
	readonly profile: Profile;
	/** Users and groups are assigned; a job from human resources reads workers (H-007). */
	readonly isDirectory: boolean;
	#crowd: Crowd | undefined;
	#connection: ConnectionTest | undefined;
	#rows: LastRows | undefined;

	constructor(
		readonly world: World,
		readonly app: AppRow,
		readonly job: JobRow,
		readonly config: ConfigRow
	) {
		this.profile = profileOf(app);
		const { template } = this.profile;
		this.isDirectory = !template || template.source === 'directory';
	}

	get now(): number {
		return this.world.clock;
	}

	get isOn(): boolean {
		return this.job.schedule === 'Active' && !this.job.quarantine;
	}

	/** Assignments decide who is in scope. */
	get isAssigned(): boolean {
		return this.isDirectory && this.config.scopeMode === 'assigned';
	}

	get crowd(): Crowd {
		return (this.#crowd ??= crowdOf(this));
	}

	/** Test Connection with the credentials that are saved. */
	get connection(): ConnectionTest {
		return (this.#connection ??= connectionTest(this.world, { app: this.app.key }));
	}

	/** The last row of each object in the provisioning log. */
	get rows(): LastRows {
		return (this.#rows ??= lastRows(this.world, this.app));
	}
}
