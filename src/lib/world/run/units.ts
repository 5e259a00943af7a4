import type { FactKind, Slot, TableName } from '#lib/engine/base';
import type { ConfigRow, CycleRow, JobRow, ObjectMapping } from '#lib/engine/job/records';
import { isActive, type UserRow } from '#lib/engine/source';
import { EvaluationFault } from '#lib/engine/mapping/core';
import { compileMapping, type CompileOptions } from '#lib/engine/steps/compile';
import { writesReference } from '#lib/engine/steps/finish';
import type { CompiledMapping } from '#lib/engine/steps/mapped';
import type { Subject } from '#lib/engine/steps/view';
import { scimTarget } from '#lib/engine/target/scim';
import type { Target } from '#lib/engine/target/target';
import { templateOf } from '#lib/hr/templates';
import { takesNull } from '../inbound/add';
import { templateOfJob } from '../inbound/source';
import { targetSchema } from '../apps/target-schema';
import type { WorldHost } from '../host';
import { onPremises, systems } from '../parts';

const compiled = new WeakMap<ObjectMapping, CompiledMapping>();

/** Compiled once for each saved configuration. */
export function mappingOf(
	host: WorldHost,
	app: Slot,
	mapping: ObjectMapping,
	object: 'User' | 'Group'
): CompiledMapping {
	let found = compiled.get(mapping);
	if (!found) {
		const { kind } = host.tables.apps.get(app)!;
		const targets = mapping.attributes.map(({ target }) => target);
		found = compileMapping(mapping, {
			schema: {
				target: targetSchema(kind, object, targets),
				source: Object.fromEntries((mapping.nullFlowSources ?? []).map((name) => [name, { flowNullValues: true }])),
				inbound: takesNull(kind)
			},
			defaultDomain: host.tenant.defaultDomain,
			now: () => host.now,
			chance: (about) => host.ledger.chance(about, app, 0),
			...inboundOptions(host, kind)
		});
		compiled.set(mapping, found);
	}
	return found;
}

function inboundOptions(host: WorldHost, kind: string): Pick<CompileOptions, 'state' | 'isTaken'> {
	const template = templateOf(kind);
	if (!template) return {};
	const { state, target } = template;
	if (target !== 'ad') return { state };
	return { state, isTaken: (value, attributes) => onPremises.here.isTakenInAd(host, fitForSearch(value), attributes) };
}

/** H-214: the search does not escape what is not plain. */
function fitForSearch(value: string): string {
	for (const sign of value) if (sign > '\x7f') throw new EvaluationFault(`invalid candidate ${value}`, 0);
	return value;
}

/** Cycle and unit of a fact are found without a search: kinds that have room for it carry the cycle's slot. */
export function guardsWithCycle(kind: FactKind, guards: number, cycle: number): number {
	switch (kind) {
		case 'import':
		case 'request':
		case 'reference':
		case 'reference.unresolved':
		case 'membership.unresolved':
			return cycle;
		case 'row':
			return guards | (cycle << 2);
		case 'membership':
		case 'fail':
			return guards | (cycle << 1);
		default:
			return guards;
	}
}

const sourceTables = { directory: 'users', hr: 'workers', api: 'uploads' } as const;

/** Where the objects of a job are. */
export function tableOf(host: WorldHost, job: JobRow, { kind }: Subject): TableName {
	if (kind === 'group') return 'groups';
	return sourceTables[templateOfJob(host.tables, job)?.source ?? 'directory'];
}

/** C-039: a random GUID as the value of the matching attribute. */
export function nobody(host: WorldHost, cycle: CycleRow): string {
	const part = (n: number) =>
		Math.floor(host.ledger.chance('nobody', cycle.slot, n) * 2 ** 32)
			.toString(16)
			.padStart(8, '0');
	const hex = part(0) + part(1) + part(2) + part(3);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const targets = new WeakMap<ConfigRow, Target>();

/** A target is the same for every unit of a saved configuration; a run on demand may speak another dialect. */
export function targetOf(host: WorldHost, job: JobRow, cycle: CycleRow, config: ConfigRow): Target {
	if (templateOfJob(host.tables, job)) return systems.here.plainTarget();
	const made = () => scimTarget(dialectOf(cycle, config), credential(config.secrets), job.app);
	if (cycle.kind === 'demand') return made();
	let target = targets.get(config);
	if (!target) targets.set(config, (target = made()));
	return target;
}

/** C-413: the compliance flag is not applied to a run on demand. */
function dialectOf({ kind }: CycleRow, { dialect }: ConfigRow): ConfigRow['dialect'] {
	return kind === 'demand' ? 'legacy' : dialect;
}

/** The token that the administrator saved: it may be another than the application accepts (C-322). */
function credential(secrets: { readonly [key: string]: string }): string {
	return secrets.SecretToken ?? '';
}

/** Whether a reference is to be written: known without opening a unit. Who is about to leave gets none. */
export function hasReferences(host: WorldHost, cycle: CycleRow, subject: Subject): boolean {
	const { link, object, entitlement, escrow } = subject;
	if (!link?.managed || !object || object.softDeletedAt !== null || !isActive(object as UserRow)) return false;
	const config = host.config(cycle.config);
	if (config.scopeMode === 'assigned' && !(entitlement.assigned && entitlement.role)) return false;
	const mapping = mappingOf(host, host.job(cycle.job).app, config.users, 'User');
	const isWritten = ({ source, once }: CompiledMapping['references'][number]) =>
		typeof object.attrs[source] === 'number' && writesReference(subject, config.users, once, cycle.slot);
	if (!escrow?.reference && !mapping.references.some(isWritten)) return false;
	return mapping.filter(object.attrs).inScope;
}
