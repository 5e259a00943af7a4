import type { Operation } from '#lib/scim/patch/request';
import type { ResourceType } from '#lib/scim/schema/types';
import type { JsonObject } from '#lib/scim/types';
import type { Quirks } from './quirks';
import type { Resource } from './types';

/** A row of an attribute mapping as the application's default schema has it. */
export interface DefaultMapping {
	/** The path of the target attribute: `emails[type eq "work"].value`. */
	readonly target: string;
	/** An expression of the mapping language: `[mail]`, `Mid([mailNickname], 1, 21)`; empty for a constant default. */
	readonly source: string;
	/** Matching precedence; 1 is asked first. */
	readonly match?: number;
	/** Used when the source is null, on create only. */
	readonly defaultValue?: string;
	/** Applied on create only. */
	readonly onlyOnCreate?: boolean;
	/** The source is another object: manager, members. */
	readonly reference?: boolean;
	/** In the schema, but not in use until somebody turns it on. */
	readonly off?: boolean;
}

export type CredentialKind = 'bearer' | 'oauthCode' | 'clientCredentials' | 'password' | 'none';

export interface CredentialField {
	readonly key: string;
	readonly label: string;
	readonly secret?: boolean;
	readonly optional?: boolean;
	/** Shown in the empty field. */
	readonly example?: string;
}

/** What the connector and the application can do. */
export interface Operations {
	readonly create: boolean;
	readonly update: boolean;
	/** How an account is put out of use; absent if it cannot be. */
	readonly disable: 'deactivate' | 'suspend' | undefined;
	readonly delete: boolean;
	readonly groups: boolean;
	readonly groupRename: boolean;
	/** with an OAuth code grant the job must be stopped first. */
	readonly onDemandWhileRunning: boolean;
}

/** What an administrator of the application can set; in the simulation a record of the world, so it travels in time. */
export interface AppSettings {
	readonly seats?: number;
	/** Domains that the application accepts; false refuses one that it would accept. */
	readonly domains?: Readonly<Record<string, boolean>>;
	/** Tables of allowed values, by attribute. */
	readonly lookups?: Readonly<Record<string, readonly string[]>>;
	/** Names taken elsewhere: in another organisation of the vendor, or by a personal account. */
	readonly taken?: readonly string[];
	readonly quirks?: Partial<Quirks>;
	/** Tokens that end, the newest last; absent where a token has no end. */
	readonly issued?: readonly { readonly token: string; readonly ends: number }[];
	/** Anything else that one application's checks read. */
	readonly [key: string]: unknown;
}

/** A write that is about to happen. `data` is what would be stored. */
export interface Change {
	readonly op: 'create' | 'update' | 'delete';
	readonly type: string;
	readonly before: Resource | undefined;
	readonly data: JsonObject;
	readonly aside: JsonObject | undefined;
}

/** What a check may look at. */
export interface Surroundings {
	readonly settings: AppSettings;
	readonly now: number;
	/** Resources by an indexed attribute: `find('User', 'userName', 'a@b')`. */
	find(type: string, label: string, value: string): readonly Resource[];
	/** How many `find` would return. */
	count(type: string, label: string, value: string): number;
	/** Accounts that take a seat. */
	seatsUsed(): number;
}

/** What becomes of a write: other data, something kept aside, or, for a delete, an update instead. */
export interface Verdict {
	readonly data?: JsonObject;
	readonly aside?: JsonObject;
	/** For a delete: keep the account with `data`. For an update: remove the account after all. */
	readonly instead?: 'keep' | 'remove';
}

/** A check throws a `ScimError` (see refuse.ts) to refuse, answers a verdict to rewrite, or nothing. */
export type Check = (change: Change, around: Surroundings) => Verdict | undefined;

/** How the vendor limits its callers; the connector paces itself by it. */
export interface RateLimit {
	readonly createsPerMinute?: number;
	readonly writesPerMinute?: number;
	readonly readsPerMinute?: number;
}

/** An application of the catalogue: data, and the few functions that SCIM has no words for. */
export interface AppDefinition {
	readonly id: string;
	readonly name: string;
	/** Where its tenant URL usually points. */
	readonly host: string;
	readonly connector: 'gallery' | 'galleryOwnApi' | 'generic' | 'none';
	/** What the interface says about it: legacy, or that the vendor's API is not SCIM. */
	readonly note?: string;
	readonly credentials: { readonly kind: CredentialKind; readonly fields: readonly CredentialField[] };
	/** When a token ends that it issues; absent: never. */
	tokenEnds?(issued: number): number;
	readonly types: readonly ResourceType[];
	readonly mappings: { readonly User: readonly DefaultMapping[]; readonly Group?: readonly DefaultMapping[] };
	/** Account Discovery is documented as unsupported for this connector. */
	readonly discovery?: false;
	/** What its check wants of a user besides what the schemas require, in the vendor's own words; announced with them. */
	requires?(settings: AppSettings): readonly string[];
	/** Attributes that may be chosen for matching; undefined: any. */
	readonly matching?: readonly string[];
	readonly operations: Operations;
	/** Attributes that queries can ask for quickly, besides the unique ones. */
	readonly indexes?: Readonly<Record<string, readonly string[]>>;
	/** Attributes that may be filtered on; undefined: any. */
	readonly filterable?: Readonly<Record<string, readonly string[]>>;
	/** The position of all switches that `quirks` does not name; default: the Entra client's. */
	readonly position?: 'rfc' | 'entra';
	readonly quirks?: Partial<Quirks>;
	readonly settings?: AppSettings;
	/** Names for the admin page: which attribute is the user name. */
	readonly userName: string;
	/** Is the account in use? Default: `active` is not false. */
	isActive?(resource: Resource): boolean;
	/** Seats are counted, because licences can run out. */
	readonly countsSeats?: boolean;
	/** Does the account take a seat? Default: it is active. */
	takesSeat?(resource: Resource): boolean;
	/** A user name can be taken outside of what this application can see (`settings.taken`). */
	readonly namesElsewhere?: boolean;
	/** Roles that can be chosen on assignment; without any there is only Default Access. */
	readonly roles?: readonly string[];
	/** Values that the connector itself refuses, so that the object is skipped (C-192). */
	refuses?(values: ReadonlyMap<string, unknown>): { readonly attribute: string; readonly message: string } | null;
	readonly check?: Check;
	/** Values that the service itself checks before it sends anything: a value that does not fit is skipped (C-192). */
	readonly accepts?: Readonly<Record<string, RegExp>>;
	/** Members of `aside` that checks look accounts up by: `find('User', 'aside.login', 'ada_ctso')`. */
	readonly asideIndexes?: readonly string[];
	/** Filters with other operators than these are refused. */
	readonly filterOperators?: readonly string[];
	/** Endpoints that the vendor does not have. */
	readonly without?: readonly ('bulk' | 'search')[];
	/** Throws for a PATCH of a group that the vendor does not take. */
	refusesOfGroup?(operations: readonly Operation[]): void;
	readonly limits?: RateLimit & { readonly membersPerRequest?: number };
}
