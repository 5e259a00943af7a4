import type { FactKind, Rule, Seq, Slot, TableName } from '#lib/engine/base';
import type { UnitKey } from '#lib/engine/job/cycle-run';
import type { ConfigRow, CycleRow, JobRow, ObjectMapping } from '#lib/engine/job/records';
import { isActive, type UserRow } from '#lib/engine/source';
import { EvaluationFault } from '#lib/engine/mapping/core';
import { compileMapping, type CompileOptions } from '#lib/engine/steps/compile';
import type { CompiledMapping } from '#lib/engine/steps/mapped';
import { membershipUnit } from '#lib/engine/steps/membership-unit';
import { objectUnit } from '#lib/engine/steps/object-unit';
import { probeUnit } from '#lib/engine/steps/probe-unit';
import { referenceUnit } from '#lib/engine/steps/reference-unit';
import type { Subject, UnitView } from '#lib/engine/steps/view';
import { scimTarget } from '#lib/engine/target/scim';
import type { Target } from '#lib/engine/target/target';
import type { Trace } from '#lib/engine/trace';
import type { Unit } from '#lib/engine/unit';
import { templateOf } from '#lib/hr/templates';
import { takesNull } from '../inbound/add';
import { templateOfJob } from '../inbound/source';
import { targetSchema } from '../apps/target-schema';
import type { WorldHost } from '../host';
import { onPremises, systems } from '../parts';
import { subjectOf } from './subject';

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

/** A unit that runs, and what it has told. */
export interface OpenUnit {
	readonly unit: Unit;
	readonly told: () => number;
	readonly last: () => Seq;
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

/** Opens the unit at `key`; a parked one is opened again and stays mute up to what it told before. */
export function openUnit(host: WorldHost, cycle: CycleRow, key: UnitKey, trace?: Trace): OpenUnit {
	const { ledger } = host;
	const isProbe = key.phase === 'probe';
	const subject = isProbe ? null : (key.subject ?? subjectOf(host, cycle, key.item));
	const table = subject ? tableOf(host, cycle, subject) : 'jobs';
	const slot = subject ? subject.slot : cycle.job;
	let last = key.cause;
	let told = 0;
	const tell = (kind: FactKind, rule: Rule, guards = 0, detail: number | string = 0): Seq => {
		if (++told <= cycle.told) return (last = cycle.lastTold);
		last = ledger.tell(kind, rule, last, table, slot, guardsWithCycle(kind, guards, cycle.slot), detail);
		return last;
	};
	const view = unitView(host, cycle, key, subject, tell, trace);
	const unit = subject ? unitFor(key, subject, view) : probeUnit(view, nobody(host, cycle));
	return { unit, told: () => told, last: () => last };
}

const sourceTables = { directory: 'users', hr: 'workers', api: 'uploads' } as const;

function tableOf(host: WorldHost, cycle: CycleRow, { kind }: Subject): TableName {
	if (kind === 'group') return 'groups';
	return sourceTables[templateOfJob(host.tables, host.job(cycle.job))?.source ?? 'directory'];
}

/** C-039: a random GUID as the value of the matching attribute. */
function nobody(host: WorldHost, cycle: CycleRow): string {
	const part = (n: number) =>
		Math.floor(host.ledger.chance('nobody', cycle.slot, n) * 2 ** 32)
			.toString(16)
			.padStart(8, '0');
	const hex = part(0) + part(1) + part(2) + part(3);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function unitFor(key: UnitKey, subject: Subject, view: UnitView): Unit {
	if (key.phase === 'references') return referenceUnit(subject, view);
	if (key.phase === 'memberships') return membershipUnit(subject, view);
	return objectUnit(subject, view);
}

function unitView(
	host: WorldHost,
	cycle: CycleRow,
	key: UnitKey,
	subject: Subject | null,
	tell: UnitView['tell'],
	trace: Trace | undefined
): UnitView {
	const job = host.job(cycle.job);
	const config = host.config(cycle.config);
	const actions = subject?.kind === 'group' && config.groups ? config.groups : config.users;
	return {
		now: host.now,
		tell,
		text: (text) => host.ledger.texts.number(text),
		trace,
		host,
		job,
		config,
		cycle,
		app: host.app(job.app),
		tenant: host.tenant,
		source: host.sourceOf(job, cycle),
		target: targetOf(host, job, cycle, config),
		mapping: mappingOf(host, job.app, actions, subject?.kind === 'group' ? 'Group' : 'User'),
		actions,
		removing: key.phase === 'removals' || cycle.kind === 'demand'
	};
}

const targets = new WeakMap<ConfigRow, Target>();

/** A target is the same for every unit of a saved configuration; a run on demand may speak another dialect. */
function targetOf(host: WorldHost, job: JobRow, cycle: CycleRow, config: ConfigRow): Target {
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
	const { link, object, entitlement } = subject;
	if (!link?.managed || !object || object.softDeletedAt !== null || !isActive(object as UserRow)) return false;
	const config = host.config(cycle.config);
	if (config.scopeMode === 'assigned' && !(entitlement.assigned && entitlement.role)) return false;
	const mapping = mappingOf(host, host.job(cycle.job).app, config.users, 'User');
	if (!mapping.references.some(({ source }) => typeof object.attrs[source] === 'number')) return false;
	return mapping.filter(object.attrs).inScope;
}
