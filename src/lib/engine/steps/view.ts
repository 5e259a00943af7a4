import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { AppView, Host, SourceView, TenantView } from '../host';
import type { Entitlement } from '../job/entitlement';
import type { ConfigRow, CycleRow, EscrowRow, JobRow, LinkRow, ObjectMapping } from '../job/records';
import type { GroupRow, PrincipalKind, UserRow } from '../source';
import type { Target } from '../target/target';
import type { UnitContext } from '../unit';
import { retryAfter } from '../target/errors';
import type { CompiledMapping } from './mapped';

/** Everything a unit may look at: settled when it opens. */
export interface UnitView extends UnitContext {
	readonly host: Host;
	readonly job: JobRow;
	readonly config: ConfigRow;
	readonly cycle: CycleRow;
	readonly app: AppView;
	readonly tenant: TenantView;
	readonly source: SourceView;
	readonly target: Target;
	readonly mapping: CompiledMapping;
	/** The toggles of the mapping that applies to this object. */
	readonly actions: ObjectMapping;
	/** The removals of this cycle are counted already: carry them out, or hold them back. */
	readonly removing: boolean;
	/** The guard holds this removal back (C-255). */
	readonly staged: boolean;
}

/** The object a unit is about. */
export interface Subject {
	readonly kind: PrincipalKind;
	readonly slot: number;
	/** null: hard-deleted. */
	readonly object: UserRow | GroupRow | null;
	readonly id: string;
	readonly displayName: string;
	readonly link: LinkRow | null;
	readonly escrow: EscrowRow | null;
	readonly entitlement: Entitlement;
	/** Who the manager is, by id; null: somebody who is no more. Absent where there is none. */
	readonly manager?: string | null | undefined;
	readonly change: 'Add' | 'Update' | 'Delete';
	/** H-175: an earlier record of the source has the same matching value. */
	readonly isDuplicate?: boolean;
}

/** How long the service waits for an answer: the documentation gives no number. */
const patienceMs = 60_000;

const methodNumber = { GET: 0, POST: 1, PUT: 2, PATCH: 3, DELETE: 4 } as const;

/** Sends one request; a 429 is waited out up to three times within the cycle (C-313). */
export function send(view: UnitView, request: ScimRequest): ScimResponse {
	const addressed = request.app === undefined ? { ...request, app: view.app.slot } : request;
	for (let waits = 0; ; waits++) {
		let response = view.ask(addressed);
		if (response.took) {
			view.wait(Math.min(response.took, patienceMs));
			if (response.took > patienceMs) response = { status: 0, headers: {} };
		}
		view.tell('request', 'C-532', 0, response.status + 1000 * methodNumber[request.method]);
		view.trace?.({ step: 'request', request, response });
		if (response.status !== 429 || waits === 3) return response;
		view.wait(retryAfter(response));
	}
}
