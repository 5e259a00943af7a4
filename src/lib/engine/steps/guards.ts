/** What a decision sees, as bits of one number: "why not?" is the bits that differ. */
export const Guard = {
	linked: 1 << 0,
	/** Linked, and not released by an earlier out-of-scope disable. */
	managed: 1 << 1,
	hardDeleted: 1 << 2,
	softDeleted: 1 << 3,
	active: 1 << 4,
	/** Assigned with an accepted role, or the scope mode is sync-all. */
	entitled: 1 << 5,
	filter: 1 << 6,
	createOn: 1 << 7,
	updateOn: 1 << 8,
	deleteOn: 1 << 9,
	skipFlag: 1 << 10,
	/** The account state is mapped, so that a disable can be written. */
	stateMapped: 1 << 11,
	/** A gallery app without a disabled state: losing access deletes (C-185). */
	noDisable: 1 << 12,
	/** A mapped value that the service itself refuses (C-192). */
	invalid: 1 << 13,
	/** The deletion threshold was exceeded in this cycle. */
	staged: 1 << 14,
	hit: 1 << 15,
	manyHits: 1 << 16,
	differs: 1 << 17,
	/** The target account is inactive and the mapping wants it active. */
	reactivates: 1 << 18,
	/** The target account is inactive already. */
	inactive: 1 << 19,
	/** The application never deletes: losing the person for good disables. */
	noDelete: 1 << 20
} as const;
export type GuardName = keyof typeof Guard;

export const guardNames = Object.keys(Guard) as GuardName[];

/** Bits that only the target's answer can tell. */
export const lookupGuards = Guard.hit | Guard.manyHits | Guard.differs | Guard.reactivates | Guard.inactive;

export function guardsSet(guards: number): GuardName[] {
	return guardNames.filter((name) => guards & Guard[name]);
}
