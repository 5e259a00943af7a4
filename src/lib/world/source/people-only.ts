import type { Slot } from '#lib/engine/base';
import type { SourceView } from '#lib/engine/host';
import type { UserRow } from '#lib/engine/source';

const none: readonly never[] = [];

/** A source that has people and nothing else: no groups, no assignments, and nobody is looked up by an id of Entra's. */
export abstract class PeopleOnly implements SourceView {
	abstract user(slot: Slot): UserRow | null;
	abstract get userCount(): number;
	readonly groupCount = 0;

	group(): null {
		return null;
	}

	membersOf(): readonly never[] {
		return none;
	}

	membershipsOf(): readonly never[] {
		return none;
	}

	assignmentsOfApp(): readonly never[] {
		return none;
	}

	isAssigned(): boolean {
		return false;
	}

	assignmentsOfPrincipal(): readonly never[] {
		return none;
	}

	userById(): undefined {
		return undefined;
	}
}
