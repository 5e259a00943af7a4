import * as z from 'zod/mini';
import { definitionOf, entraPosition, rfcPosition, type Fault, type Quirks } from '#lib/apps';
import { isObject } from '#lib/scim/types';
import { appName, type AppName } from '../names';
import { appKey, defineView } from '../view';
import { vendorNamed } from './vendor';

/** How an application answers: its switches, and what goes wrong in front of it. */
export interface Behaviour {
	readonly app: AppName;
	readonly faults: readonly Fault[];
	readonly quirks: readonly QuirkState[];
	/** requests that it sustains in a second; null: as many as come. */
	readonly rps: number | null;
	/** The vendor's limit on creates, which other integrations use up too. */
	readonly createsPerMinute: number | null;
	readonly otherTraffic: number;
	/** the connector disables; otherwise it deletes. */
	readonly supportsDisable: boolean | null;
	/** Creates of every index that ends with one of these last digits are refused. */
	readonly rejectsCreates: number;
}

export interface QuirkState {
	readonly name: keyof Quirks;
	readonly now: string;
	/** As the vendor has it. */
	readonly vendor: string;
	readonly rfc: string;
	readonly entra: string;
}

export const behaviour = defineView(z.object({ app: appKey }), (world, { app: key }): Behaviour => {
	const app = vendorNamed(world, key);
	const { settings } = app;
	const definition = definitionOf(app.kind);
	const position = definition.position === 'rfc' ? rfcPosition : entraPosition;
	const vendor: Quirks = { ...position, ...definition.quirks };
	const set = (isObject(settings.quirks) ? settings.quirks : {}) as Partial<Quirks>;
	const number = (value: unknown) => (typeof value === 'number' ? value : null);
	return {
		app: appName(app),
		faults: (settings.faults ?? []) as unknown as readonly Fault[],
		quirks: (Object.keys(rfcPosition) as (keyof Quirks)[]).map((name) => ({
			name,
			now: set[name] ?? vendor[name],
			vendor: vendor[name],
			rfc: rfcPosition[name],
			entra: entraPosition[name]
		})),
		rps: number(settings.rps),
		createsPerMinute: definition.limits?.createsPerMinute ?? null,
		otherTraffic: number(settings.otherTraffic) ?? 0,
		supportsDisable: definition.operations.disable === undefined ? null : app.supportsDisable,
		rejectsCreates: Array.isArray(settings.rejectCreates) ? settings.rejectCreates.length : 0
	};
});
