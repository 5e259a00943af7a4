import { ScimError } from '#lib/scim/errors';
import { written } from '#lib/scim/handed';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { definitionOf } from './catalogue/kinds';
import type { AppDefinition, AppSettings } from './definition';
import { seedOf } from './identity';
import { memoryStore } from './memory';
import { planFor, planOf, type Plan } from './provider/plan';
import { defaultLimits, Provider, type Limits } from './provider/provider';
import { failed, incoming } from './provider/request';
import { route } from './provider/route';
import { rfcPosition, type Quirks } from './quirks';
import type { App, AppStore } from './types';

export interface AppOptions {
	/** The bearer token that may do everything; default `tok-demo`. */
	readonly token?: string;
	/** A bearer token that may only read; default `tok-readonly`. */
	readonly readOnlyToken?: string;
	/** Default `/scim/v2`. */
	readonly basePath?: string;
	/** Who may have a token for client credentials; default `quillpad-client` with `s3cr3t-demo`. */
	readonly client?: { readonly id: string; readonly secret: string };
	/** The virtual clock, in milliseconds; without it each write happens one second after the one before. */
	readonly now?: () => number;
	readonly store?: AppStore;
	/** Ids are a function of this seed and the record's number; default from the kind. */
	readonly seed?: number;
	/** Switches of this instance, over those of its kind. */
	readonly quirks?: Partial<Quirks>;
	readonly limits?: Partial<Limits>;
	/** What the application's administrator has set; asked before each request. */
	readonly settings?: (() => AppSettings) | undefined;
}

/** 2026-03-02T08:00Z, when the sample company's time begins. */
const START = 1_772_438_400_000;

function tickingClock(): () => number {
	let at = START;
	return () => (at += 1000);
}

/** An application of the catalogue, as a SCIM service provider. All its state is in the store. */
export const createApp = (kind: string, options: AppOptions = {}): App => appOf(kind, planFor(kind), options);

const strictPlans = new WeakMap<AppDefinition, Plan>();

/**
 * The same application as RFC 7644 alone would have it: its schemas and its store, without the vendor's checks, limits
 * and tolerance. What it answers is what a conformant provider would.
 */
export function strictTwin(kind: string, options: AppOptions = {}): App {
	const definition = definitionOf(kind);
	let plan = strictPlans.get(definition);
	if (!plan) strictPlans.set(definition, (plan = planOf(strict(definition))));
	return appOf(kind, plan, { ...options, settings: undefined, quirks: rfcPosition });
}

const strict = (definition: AppDefinition): AppDefinition => ({
	...definition,
	position: 'rfc',
	quirks: {},
	settings: {},
	check: undefined,
	filterable: undefined,
	filterOperators: undefined,
	without: undefined,
	limits: undefined
});

function appOf(kind: string, plan: Plan, options: AppOptions): App {
	const store = options.store ?? memoryStore(plan.indexes);
	const basePath = `/${options.basePath ?? '/scim/v2'}`.replace(/\/+/g, '/').replace(/\/$/, '');
	const baseUrl = `https://${kind}.example${basePath}`;
	const settings = plan.definition.settings ?? {};
	const provider = new Provider(
		plan,
		store,
		{
			token: options.token ?? 'tok-demo',
			readOnlyToken: options.readOnlyToken ?? 'tok-readonly',
			client: options.client ?? { id: 'quillpad-client', secret: 's3cr3t-demo' }
		},
		{ ...defaultLimits, ...options.limits },
		options.seed ?? seedOf(kind),
		options.now ?? tickingClock(),
		options.settings ?? (() => settings),
		options.quirks ?? {}
	);

	const answer = (request: Omit<ScimRequest, 'method'> & { method: string }, base: string): ScimResponse => {
		try {
			return route(provider, incoming(request, base));
		} catch (error) {
			if (error instanceof ScimError) return failed(error);
			throw error;
		}
	};

	return {
		kind,
		baseUrl,
		basePath,
		store,
		get quirks() {
			return provider.quirks;
		},
		turn: (name, position) => provider.turn({ [name]: position }),
		answer: (request) => written(answer(request, baseUrl)),
		hand: (request) => answer(request, baseUrl),
		async handle(request) {
			const { origin, pathname, search } = new URL(request.url);
			const path = inside(pathname, basePath);
			if (path === undefined)
				return toResponse(failed(new ScimError(404, undefined, `${pathname} is not served here`)));
			const body = bodyless.has(request.method) ? undefined : await request.text();
			const headers = Object.fromEntries(request.headers);
			const method = request.method === 'HEAD' ? 'GET' : request.method;
			const response = answer({ method, path: path + search, headers, body }, origin + basePath);
			return toResponse(response, request.method === 'HEAD');
		}
	};
}

const bodyless: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The path within the application, or undefined if the request is for somebody else. */
function inside(pathname: string, basePath: string): string | undefined {
	if (!pathname.startsWith(basePath)) return undefined;
	const rest = pathname.slice(basePath.length);
	return rest === '' || rest.startsWith('/') ? rest : undefined;
}

const toResponse = ({ status, headers, body }: ScimResponse, bare = false) =>
	new Response(bare ? null : (body ?? null), { status, headers: { ...headers } });
