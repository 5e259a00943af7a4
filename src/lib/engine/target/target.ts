import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Json } from '../base';
import type { PrincipalKind } from '../source';

/** A value for one target attribute, addressed as mappings address it: emails[type eq "work"].value. */
export interface TargetValue {
	readonly path: string;
	readonly value: Json;
	/** Said where it does not follow from what the target has: a list that is only added to, or always replaced. */
	readonly op?: 'Add' | 'Replace' | undefined;
}

/** An account or group as the target shows it. */
export interface TargetObject {
	readonly id: string;
	get(path: string): Json | undefined;
}

/** How the service speaks to one target: requests from plain values, plain values from answers. */
export interface Target {
	/** C-039, C-118: a query for somebody who cannot exist. */
	probe(path: string, nobody: string): ScimRequest;
	find(kind: PrincipalKind, path: string, value: string): ScimRequest;
	read(kind: PrincipalKind, id: string): ScimRequest;
	create(kind: PrincipalKind, values: readonly TargetValue[]): ScimRequest;
	update(kind: PrincipalKind, id: string, changes: readonly TargetValue[], before: TargetObject): ScimRequest;
	remove(kind: PrincipalKind, id: string): ScimRequest;
	/** C-286: whether the account has this reference already. */
	hasReference(id: string, path: string, targetId: string): ScimRequest;
	setReference(id: string, path: string, targetId: string): ScimRequest;
	/** C-272: all changes of one group and one direction in one request. */
	changeMembers(group: string, direction: 'add' | 'remove', members: readonly string[]): ScimRequest;
	/** The objects of a list answer; null if it cannot be read (C-552). */
	list(response: ScimResponse): readonly TargetObject[] | null;
	object(response: ScimResponse): TargetObject | null;
}
