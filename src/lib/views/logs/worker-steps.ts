import type { TraceEntry } from '#lib/engine/trace';
import type { Step } from './steps';

/** What a row about a worker is told from, beside its steps. */
export interface WorkerRowInput {
	readonly isCreate: boolean;
	/** The cycle read everybody. */
	readonly isFull: boolean;
	readonly targetSystem: string;
	readonly trace: readonly TraceEntry[];
	/** The WID, or what the source has instead. */
	readonly sourceAnchor: string;
	/** The id in the target; empty while there is none. */
	readonly targetAnchor: string;
}

/**
 * The events that jobs from human resources write: a hire is imported, not found in the directory, evaluated and exported
 * (H-066), and each of them names what joins the two sides (H-067).
 */
export function workerSteps(steps: readonly Step[], row: WorkerRowInput): Step[] {
	const matched = row.trace.find((entry) => entry.step === 'match');
	const joins = {
		...(matched?.step === 'match' && { JoiningProperty: matched.value }),
		SourceAnchor: row.sourceAnchor
	};
	return (row.isCreate ? hireSteps(steps, row, matched) : steps).map((step) => ({
		...step,
		details: {
			...ofWorkers(step.details),
			...joins,
			...(isExported(step) && row.targetAnchor !== '' && { TargetAnchor: row.targetAnchor })
		}
	}));
}

/** Nobody is assigned to a job from human resources (H-007). */
const ofDirectories = ['Assigned to the application', 'Worker has the required role', 'appRoleAssignments'];

function ofWorkers(details: Step['details']): Step['details'] {
	return Object.fromEntries(Object.entries(details).filter(([name]) => !ofDirectories.includes(name)));
}

const isExported = ({ provisioningStepType, status }: Step) =>
	status === 'success' && (provisioningStepType === 'export' || provisioningStepType === 'referenceResolution');

function hireSteps([first, ...others]: readonly Step[], row: WorkerRowInput, matched: TraceEntry | undefined): Step[] {
	if (!first) return [];
	const imported = { ...first, name: row.isFull ? 'EntryImportAdd' : 'EntryImport' };
	const isFound = others.some(({ name }) => name === 'EntryImport');
	return [imported, ...(isFound ? [] : [notFound(row.targetSystem, matched)]), ...others.map(asExport)];
}

function notFound(targetSystem: string, matched: TraceEntry | undefined): Step {
	const by = matched?.step === 'match' ? ` with ${matched.attribute} '${matched.value}'` : '';
	return {
		name: 'EntryImportObjectNotFound',
		provisioningStepType: 'matching',
		status: 'success',
		description: `No object${by} was found in ${targetSystem}`,
		details: {}
	};
}

/** The manager is written afterwards, as an update of its own. */
function asExport(step: Step): Step {
	const isWritten = step.name === 'EntryReferenceResolution' && step.status === 'success';
	return isWritten ? { ...step, name: 'EntryExportUpdate' } : step;
}
