/** A group of the tenant. Memberships are kept apart, one by one: see Membership. */
export interface EntraGroup {
	readonly slot: number;
	readonly objectId: string;
	readonly displayName: string;
	readonly description: string | null;
	readonly mailNickname: string;
	readonly mailEnabled: boolean;
	readonly securityEnabled: boolean;
	/** 'Unified' makes it a Microsoft 365 group, 'DynamicMembership' lets a rule fill it. */
	readonly groupTypes: readonly ('Unified' | 'DynamicMembership')[];
	readonly membershipRule: string | null;
	readonly membershipRuleProcessingState: 'On' | 'Paused' | null;
	/** True where Active Directory is the master. */
	readonly dirSyncEnabled: boolean;
}

/** Who is in a group when the sandbox begins. */
export interface Members {
	/** Slots of users. */
	readonly users: readonly number[];
	/** Slots of groups that are nested in it. */
	readonly groups: readonly number[];
}

export interface GroupWithMembers {
	readonly group: EntraGroup;
	readonly members: Members;
}
