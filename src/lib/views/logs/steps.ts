import type { Fact, Json } from '#lib/engine/base';
import type { Era } from '#lib/engine/eras';
import { isSuccess } from '#lib/engine/target/errors';
import type { TraceEntry } from '#lib/engine/trace';
import { listOf, resourceOf } from '#lib/scim/client';
import type { JsonObject } from '#lib/scim/types';
import type { RowAction, RowStatus } from '#lib/engine/steps/log-row';
import { ScopeGuard } from '#lib/engine/steps/scope';
import { flattened, textOf } from './flat';

/** C-489. */
export interface Step {
	readonly name: string;
	readonly provisioningStepType: 'import' | 'scoping' | 'matching' | 'processing' | 'referenceResolution' | 'export';
	readonly status: RowStatus;
	readonly description: string;
	readonly details: { readonly [name: string]: string };
}

/** What the steps of one row are told from. */
export interface StepsInput {
	readonly type: 'User' | 'Group' | 'Worker';
	/** How the log names the object: the user principal name, or the group's name. */
	readonly identifier: string;
	readonly sourceSystem: string;
	readonly targetSystem: string;
	readonly action: RowAction;
	readonly status: RowStatus;
	/** Skip reason or error code. */
	readonly code: string;
	readonly facts: readonly Fact[];
	readonly trace: readonly TraceEntry[];
	/** The object as it was read, references by their ids. */
	readonly source: { readonly [name: string]: Json };
	/** Source attributes that the mappings read. */
	readonly attributes: readonly string[];
	/** The generation of the service: until 2021 rows named the details of the scope otherwise (C-499). */
	readonly era: Era;
}

/** C-501: import, matching if an object of the target was read, scoping, the matching's result, export or skip. */
export function stepsOf(input: StepsInput): Step[] {
	const steps: (Step | null)[] = [
		importStep(input),
		targetStep(input),
		scopingStep(input),
		resultStep(input),
		lastStep(input)
	];
	return steps.filter((step) => step !== null);
}

const changeTypes = ['Update', 'Add', 'Update', 'Delete'] as const;

/** C-496. */
function importStep({ type, identifier, sourceSystem, facts, source, attributes }: StepsInput): Step {
	const change = changeTypes[facts.find(({ kind }) => kind === 'import')?.detail ?? 0]!;
	const scope = facts.find(({ kind }) => kind === 'scope');
	const passes = ScopeGuard.active | ScopeGuard.role | ScopeGuard.filter;
	const details: Record<string, string> = {};
	for (const name of attributes) {
		const value = source[name];
		if (value !== null && value !== undefined && value !== '') details[name] = textOf(value);
	}
	if (scope && type !== 'Group') details.IsSoftDeleted = (scope.guards & passes) === passes ? 'False' : 'True';
	return {
		name: `EntryImport${change}`,
		provisioningStepType: 'import',
		status: 'success',
		description: `Received ${type} '${identifier}' change of type (${change}) from ${sourceSystem}`,
		details
	};
}

/** C-497: the object of the target as the last answer showed it. */
function targetStep({ trace, targetSystem }: StepsInput): Step | null {
	const found = foundInTarget(trace);
	if (!found) return null;
	const details = flattened(found);
	const name = details.userName ?? details.displayName ?? String(found.id);
	return {
		name: 'EntryImport',
		provisioningStepType: 'matching',
		status: 'success',
		// The type is empty in the published rows, and so there are two blanks.
		description: `Retrieved  '${name}' from ${targetSystem}`,
		details
	};
}

/** The account that a read or a query found; null: none. */
export function foundInTarget(trace: readonly TraceEntry[]): JsonObject | null {
	for (const entry of trace.toReversed()) {
		if (entry.step !== 'request' || entry.request.method !== 'GET' || !isSuccess(entry.response)) continue;
		const list = listOf(entry.response);
		if (list.ok) {
			if (list.resources[0]) return list.resources[0];
			continue;
		}
		const one = resourceOf(entry.response);
		if (one.ok) return one.resource;
	}
	return null;
}

/** C-498. */
function scopingStep({ type, facts, trace, era }: StepsInput): Step | null {
	const scope = facts.find(({ kind }) => kind === 'scope');
	if (!scope) return null;
	const traced = trace.find((entry) => entry.step === 'scope');
	const word = (bit: number) => (scope.guards & bit ? 'True' : 'False');
	const passes = ScopeGuard.active | ScopeGuard.role | ScopeGuard.filter;
	const [active, assigned, role, filter] = scopeNames(type, era);
	return {
		name: 'EntrySynchronizationScoping',
		provisioningStepType: 'scoping',
		status: (scope.guards & passes) === passes ? 'success' : 'skipped',
		description: `Determine if ${type} in scope by evaluating against each scoping filter`,
		details: {
			[active]: word(ScopeGuard.active),
			[assigned]: word(ScopeGuard.assigned),
			[role]: word(ScopeGuard.role),
			[filter]: word(ScopeGuard.filter),
			ScopeEvaluationResult: JSON.stringify(traced?.evaluation ?? {})
		}
	};
}

/** C-498; C-499 in the generations before. */
function scopeNames(type: StepsInput['type'], era: Era): readonly [string, string, string, string] {
	if (era <= 2021)
		return ['IsActive', 'Assigned', 'IsEffectivelyEntitledForProvisioning', 'IsInProvisioningScopeDisplayName'];
	return [
		'Active in the source system',
		'Assigned to the application',
		`${type} has the required role`,
		'Scoping filter evaluation passed'
	];
}

/** H-007: nobody is assigned to a job from human resources. */
const assigned = (type: StepsInput['type']) => (type === 'Worker' ? '' : ' and assigned');

/** C-500, C-494, C-495: what the comparison led to. */
function resultStep({ type, identifier, sourceSystem, targetSystem, action, status }: StepsInput): Step | null {
	if (status === 'skipped' && action !== 'staged') return null;
	const object = `${type} '${identifier}'`;
	const active = `${type} is active${assigned(type)} in ${sourceSystem}`;
	const step = (name: string, description: string, provisioningStepType: Step['provisioningStepType']): Step => ({
		name,
		provisioningStepType,
		status: 'success',
		description,
		details: {}
	});
	switch (action) {
		case 'create':
			return step(
				'EntrySynchronizationAdd',
				`${object} will be created in ${targetSystem} (${active}, but no matching ${type} was found in ${targetSystem})`,
				'matching'
			);
		case 'update':
		case 'enable':
			return step(
				'EntrySynchronizationUpdate',
				`${object} will be updated in ${targetSystem} (${active}, and a matching ${type} was found in ${targetSystem})`,
				'processing'
			);
		case 'disable':
			return step(
				'EntrySynchronizationUpdate',
				`${object} will be disabled in ${targetSystem} (${type} is no longer active${assigned(type)} in ${sourceSystem})`,
				'processing'
			);
		case 'delete':
		case 'staged':
			return step(
				'EntrySynchronizationDelete',
				`${object} will be deleted in ${targetSystem} (${type} is no longer active${assigned(type)} in ${sourceSystem})`,
				'processing'
			);
		case 'other':
			return null;
	}
}

const exportNames: { readonly [action in RowAction]: readonly [name: string, done: string, verb: string] } = {
	create: ['EntryExportAdd', 'created', 'create'],
	update: ['EntryExportUpdate', 'updated', 'update'],
	enable: ['EntryExportUpdate', 'updated', 'update'],
	disable: ['EntryExportUpdate', 'disabled', 'disable'],
	delete: ['EntryExportDelete', 'deleted', 'delete'],
	staged: ['EntryExportDelete', 'staged for deletion', 'delete'],
	other: ['EntryExportUpdate', 'updated', 'update']
};

function lastStep({ type, identifier, targetSystem, action, status, code }: StepsInput): Step {
	const details = { ReportableIdentifier: identifier };
	if (status === 'skipped' && action !== 'staged')
		return {
			name: 'EntrySynchronizationSkip',
			provisioningStepType: 'export',
			status,
			description: skipDescription(type, identifier, code),
			details: { ...details, SkipReason: code }
		};
	const [name, done, verb] = exportNames[action];
	const object = `${type} '${identifier}'`;
	const description =
		status === 'failure'
			? `Failed to ${verb} ${object} in ${targetSystem}`
			: `${object} was ${done} in ${targetSystem}`;
	return { name, provisioningStepType: 'export', status, description, details };
}

/** C-503 to C-508. */
function skipDescription(type: StepsInput['type'], identifier: string, code: string): string {
	const object = `${type} '${identifier}'`;
	if (code === 'RedundantExport') {
		const state = type === 'Group' ? 'entry' : 'user';
		return `The state of the ${state} in both the source and target systems already match. No change to the ${object} currently needs to be made.`;
	}
	if (code === 'NotEffectivelyEntitled') return `The ${object} will be skipped. It is not effectively entitled.`;
	if (code === 'ImportSkipped') return `The ${object} will be skipped. Its matching attribute has no value.`;
	if (code === 'AttributeValidationFailed')
		return `The ${object} will be skipped. A required value is missing or invalid.`;
	return `The ${object} will be skipped due to: ${code}`;
}
