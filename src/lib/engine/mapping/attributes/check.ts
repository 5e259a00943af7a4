import { CompiledExpression, compileExpression } from '../evaluate/expression';
import { nodesOf } from '../language/tree';
import { expressionWarnings } from '../language/warnings';
import type { AttributeMapping, MappingSchema } from './types';

/** What is wrong with a mapping list: an error refuses the saving, a warning does not. */
export interface MappingComplaint {
	readonly severity: 'error' | 'warning';
	/** Place of the mapping in the list. */
	readonly mapping: number;
	readonly rule: string;
	readonly message: string;
	/** Place in its expression, if it is about one. */
	readonly at?: number;
}

export interface CheckOptions extends MappingSchema {
	/** Every attribute that the source object has; without it unknown names are not looked for. */
	readonly sourceNames?: readonly string[];
	/** The job provisions everybody, not only who is assigned (M-069). */
	readonly syncAll?: boolean;
	/** Inbound to Entra ID, whose on-premises extension attributes cannot be matched (M-057). */
	readonly inboundToEntra?: boolean;
}

type Complain = (severity: MappingComplaint['severity'], rule: string, message: string, at?: number) => void;

const roleFunctions = new Set([
	'SingleAppRoleAssignment',
	'AppRoleAssignmentsComplex',
	'AssertiveAppRoleAssignmentsComplex'
]);
const notAvailable = new Set(['samaccountname', 'usertype']);

/** Everything that saving a mapping list would refuse or warn about. */
export function checkMappings(
	mappings: readonly AttributeMapping[],
	options: CheckOptions = {}
): readonly MappingComplaint[] {
	const complaints: MappingComplaint[] = [];
	for (const [index, mapping] of mappings.entries()) {
		const complain: Complain = (severity, rule, message, at) =>
			complaints.push({ severity, mapping: index, rule, message, ...(at !== undefined && { at }) });
		checkTarget(mapping, mappings.slice(0, index), options, complain);
		checkSource(mapping, options, complain);
	}
	if (mappings.length > 0 && !mappings.some(isMatching)) {
		complaints.push({ severity: 'warning', mapping: 0, rule: 'M-050', message: 'no mapping matches objects' });
	}
	return complaints;
}

function isMatching({ matchingPrecedence = 0 }: AttributeMapping): boolean {
	return matchingPrecedence > 0;
}

function checkTarget(
	mapping: AttributeMapping,
	before: readonly AttributeMapping[],
	options: CheckOptions,
	complain: Complain
): void {
	const { target, matchingPrecedence } = mapping;
	const attribute = options.target?.[target];
	if (options.target && !attribute) complain('error', 'M-070', `${target} is no attribute of the target`);
	if (attribute?.primaryKey)
		complain('error', 'M-073', `${target} is the primary key of the target and cannot be mapped`);
	if (attribute?.type === 'Binary') complain('error', 'M-073', `${target} is binary and is not provisioned`);
	if (before.some((other) => other.target === target)) complain('error', 'M-001', `${target} is mapped twice`);
	if (isMatching(mapping) && before.some((other) => other.matchingPrecedence === matchingPrecedence)) {
		complain('warning', 'M-050', `the matching precedence ${matchingPrecedence} is used twice`);
	}
	if (options.inboundToEntra && isMatching(mapping) && /extensionAttribute([1-9]|1[0-5])$/i.test(target)) {
		complain('error', 'M-057', `${target} cannot be a matching attribute`);
	}
}

function checkSource(mapping: AttributeMapping, options: CheckOptions, complain: Complain): void {
	const { source, target } = mapping;
	if (source.type === 'None' && (mapping.defaultValue ?? '') === '') {
		complain('warning', 'M-002', `${target} has neither a source nor a default value`);
	} else if (source.type === 'Direct') {
		checkAttribute(source.attribute, options, complain);
		if (source.attribute === 'appRoleAssignments' && /^roles\b/i.test(target)) {
			complain('error', 'M-060', 'appRoleAssignments cannot be mapped directly; use one of the role functions');
		}
	} else if (source.type === 'Expression') checkExpression(mapping, source.expression, options, complain);
}

function checkAttribute(name: string, { source, sourceNames }: CheckOptions, complain: Complain, at?: number): void {
	if (notAvailable.has(name.toLowerCase()))
		complain('error', 'M-074', `${name} is not available as source attribute`, at);
	else if (sourceNames && !isKnown(name, sourceNames))
		complain('error', 'M-074', `${name} is no attribute of the source`, at);
	if (name.startsWith('extension_') && source?.[name]?.multivalued) {
		complain('error', 'M-074', `${name} has several values, which mappings do not support`, at);
	}
}

/** Extension names are case-sensitive, the others are not (G-008). */
export function isKnown(name: string, names: readonly string[]): boolean {
	if (names.includes(name)) return true;
	return !name.startsWith('extension_') && names.some((other) => other.toLowerCase() === name.toLowerCase());
}

function checkExpression(mapping: AttributeMapping, text: string, options: CheckOptions, complain: Complain): void {
	const compiled = compileExpression(text);
	if (!(compiled instanceof CompiledExpression)) return complain('error', 'E-001', compiled.message, compiled.at);
	const nodes = nodesOf(compiled.tree);
	for (const node of nodes) if (node.kind === 'attribute') checkAttribute(node.name, options, complain, node.start);
	const calls = nodes.flatMap((node) => (node.kind === 'call' ? [node.name] : []));
	if (calls[0] === 'SelectUniqueValue' && (mapping.flowType !== 'ObjectAddOnly' || isMatching(mapping))) {
		complain(
			'error',
			'M-041',
			'SelectUniqueValue needs a mapping that applies only during object creation and does not match'
		);
	}
	if (isMatching(mapping) && compiled.attributes.length > 1) {
		complain('error', 'M-054', `SchemaInvalid: joining property ${mapping.target} has more than one SourceName`);
	}
	if (options.syncAll && calls.some((name) => roleFunctions.has(name))) {
		complain('warning', 'M-069', 'role functions do not go together with the scope "Sync all users and groups"');
	}
	if (options.target?.[mapping.target]?.type === 'Reference' && calls.includes('Switch')) {
		complain('error', 'M-081', 'Switch cannot be used for a reference attribute');
	}
	for (const { message, start } of expressionWarnings(compiled.tree)) complain('warning', 'fn', message, start);
}
