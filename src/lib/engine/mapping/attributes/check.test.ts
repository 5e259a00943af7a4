import { describe, expect, it } from 'vitest';
import '../functions';
import { checkMappings, type CheckOptions } from './check';
import type { AttributeMapping } from './types';

const match: AttributeMapping = {
	target: 'userName',
	source: { type: 'Direct', attribute: 'mail' },
	matchingPrecedence: 1
};
function rules(mapping: AttributeMapping, options: CheckOptions = {}): string[] {
	return checkMappings([match, mapping], options).map(({ severity, rule }) => `${severity} ${rule}`);
}
const computed = (expression: string, more: Partial<AttributeMapping> = {}): AttributeMapping => ({
	target: 't',
	source: { type: 'Expression', expression },
	...more
});
const direct = (attribute: string, target = 't'): AttributeMapping => ({
	target,
	source: { type: 'Direct', attribute }
});

describe('what saving a mapping list refuses', () => {
	it('has nothing to say about a good list', () => {
		expect(rules(computed('Join(" ", [givenName], [surname])'))).toEqual([]);
	});
	it('E-001: an expression that cannot be parsed, with the place', () => {
		expect(checkMappings([match, computed('ToLower([a]')])).toMatchObject([{ mapping: 1, rule: 'E-001', at: 11 }]);
	});
	it('M-041: SelectUniqueValue in a mapping that updates or matches', () => {
		const rule = 'SelectUniqueValue([a], [b])';
		expect(rules(computed(rule))).toEqual(['error M-041']);
		expect(rules(computed(rule, { flowType: 'ObjectAddOnly' }))).toEqual([]);
	});
	it('M-054: a matching expression that draws on several source attributes', () => {
		expect(rules(computed('Join(".", [a], [b])', { matchingPrecedence: 2 }))).toEqual(['error M-054']);
	});
	it('M-057: matching on an on-premises extension attribute inbound to Entra ID', () => {
		const mapping = { ...match, target: 'onPremisesExtensionAttributes.extensionAttribute3', matchingPrecedence: 2 };
		expect(rules(mapping, { inboundToEntra: true })).toEqual(['error M-057']);
	});
	it('M-060, M-069: roles that are mapped directly, or together with the scope of everybody', () => {
		expect(rules(direct('appRoleAssignments', 'roles'))).toEqual(['error M-060']);
		expect(rules(computed('SingleAppRoleAssignment([appRoleAssignments])'), { syncAll: true })).toEqual([
			'warning M-069'
		]);
	});
	it('M-070: a target that the attribute list does not have', () => {
		expect(rules(direct('mail', 'pager'), { target: { userName: {} } })).toEqual(['error M-070']);
	});

	it('M-073: the primary key and binary attributes of the target', () => {
		const target = { userName: {}, id: { primaryKey: true }, photo: { type: 'Binary' as const } };
		expect(rules(direct('objectId', 'id'), { target })).toEqual(['error M-073']);
		expect(rules(direct('thumbnailPhoto', 'photo'), { target })).toEqual(['error M-073']);
		expect(rules(direct('mail', 'unknown'), { target })).toEqual(['error M-070']);
	});
	it('M-074: source attributes that are not there, extension names by exact case', () => {
		expect(rules(direct('sAMAccountName'))).toEqual(['error M-074']);
		const sourceNames = ['mail', 'extension_ab_Cost'];
		expect(rules(computed('ToLower([Mail])'), { sourceNames })).toEqual([]);
		expect(rules(computed('ToLower([extension_ab_cost])'), { sourceNames })).toEqual(['error M-074']);
	});
	it('M-081: Switch for a reference attribute', () => {
		const target = { userName: {}, t: { type: 'Reference' as const } };
		expect(rules(computed('Switch([a], [b], "1", [c])'), { target })).toEqual(['error M-081']);
	});
	it('M-001, M-050: two mappings of one target, two of one precedence, and none that matches', () => {
		expect(rules(match)).toEqual(['error M-001', 'warning M-050']);
		expect(checkMappings([direct('mail')])).toMatchObject([{ severity: 'warning', rule: 'M-050' }]);
	});
	it('fn:IIF, fn:Switch: warns of the documented traps', () => {
		for (const text of ['IIF([a]="","x","y")', 'IIF(IsPresent([a]),"x","y")', 'Switch(IsNull([a]),"x","True","y")']) {
			expect(checkMappings([match, computed(text)])).toMatchObject([
				{ severity: 'warning', at: text.indexOf('(') + 1 }
			]);
		}
	});
});
