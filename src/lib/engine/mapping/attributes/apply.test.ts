import { describe, expect, it } from 'vitest';
import '../functions';
import { createContext } from '../evaluate/context';
import type { Json } from '../../base';
import { CompiledMappings } from './apply';
import type { AttributeMapping, Flow, LeftOut, MappingSchema } from './types';

const direct = (attribute: string, target = attribute, more: Partial<AttributeMapping> = {}): AttributeMapping => ({
	target,
	source: { type: 'Direct', attribute },
	...more
});
const computed = (expression: string, target: string, more: Partial<AttributeMapping> = {}): AttributeMapping => ({
	target,
	source: { type: 'Expression', expression },
	...more
});
const none = (target: string, defaultValue: string): AttributeMapping => ({
	target,
	source: { type: 'None' },
	defaultValue
});

type Source = { [name: string]: Json };
function create(mappings: AttributeMapping[], source: Source, schema?: MappingSchema) {
	return new CompiledMappings(mappings, schema).forCreate(createContext({ source }));
}
function update(
	mappings: AttributeMapping[],
	source: Source,
	target: Source,
	schema?: MappingSchema,
	changed?: string[]
) {
	return new CompiledMappings(mappings, schema).forUpdate(createContext({ source }), {
		present: (name) => target[name],
		...(changed && { changed: new Set(changed) })
	});
}
const values = (flows: unknown) => Object.fromEntries((flows as Flow[]).map(({ target, value }) => [target, value]));

describe('attribute mappings on creation', () => {
	it('M-001: flow an attribute, a constant or the result of an expression', () => {
		const constant: AttributeMapping = { target: 'company', source: { type: 'Constant', value: 'Contoso' } };
		const flows = create([direct('mail'), constant, computed('ToUpper([c])', 'country')], { mail: 'a@x', c: 'de' });
		expect(values(flows)).toEqual({ mail: 'a@x', company: 'Contoso', country: 'DE' });
	});

	it('M-002: type None fills its default value', () => {
		expect(create([none('locale', 'en_US')], {})).toMatchObject([
			{ target: 'locale', value: 'en_US', origin: 'default' }
		]);
	});

	it('M-004: a null result is left out, an empty list of an attribute as well', () => {
		const left: LeftOut[] = [];
		const mappings = new CompiledMappings([direct('mail'), direct('otherMails')]);
		expect(mappings.forCreate(createContext({ source: { otherMails: [] } }), (entry) => left.push(entry))).toEqual([]);
		expect(left.map(({ target, reason }) => `${target}: ${reason}`)).toEqual(['mail: null', 'otherMails: null']);
	});

	it('M-005: an empty text is a value and flows', () => {
		expect(values(create([direct('mail', 'mail', { defaultValue: 'x' })], { mail: '' }))).toEqual({ mail: '' });
	});

	it('M-010, M-011, C-214: the default value stands in for null, not for empty text or an ignore signal', () => {
		const mappings = [
			direct('city', 'city', { defaultValue: 'Paris' }),
			computed('IgnoreFlowIfNullOrEmpty([none])', 'state', { defaultValue: 'x' })
		];
		expect(values(create(mappings, {}))).toEqual({ city: 'Paris' });
	});

	it('M-012: a required target attribute without a value fails the object', () => {
		const schema = { target: { sn: { required: true } } };
		expect(create([direct('surname', 'sn')], {}, schema)).toMatchObject({ failed: { target: 'sn', rule: 'M-012' } });
		expect(create([direct('surname', 'sn', { defaultValue: '-' })], {}, schema)).toMatchObject([{ value: '-' }]);
	});

	it('M-040: results become what the target type wants, or fail the object', () => {
		const schema: MappingSchema = {
			target: { active: { type: 'Boolean' }, n: { type: 'Integer' }, list: { multivalued: true }, one: {} }
		};
		const mappings = [computed('Not([off])', 'active'), direct('n'), direct('a', 'list')];
		expect(values(create(mappings, { off: false, n: '042', a: 'x' }, schema))).toEqual({
			active: true,
			n: 42,
			list: ['x']
		});
		expect(create([direct('n')], { n: 'many' }, schema)).toMatchObject({ failed: { rule: 'M-040' } });
		expect(create([direct('l', 'one')], { l: ['a', 'b'] }, schema)).toMatchObject({ failed: { rule: 'M-040' } });
	});

	it('M-043: IgnoreObjectFlow leaves the whole object out', () => {
		expect(
			create([direct('mail'), computed('IIF([x]="1", "False", IgnoreObjectFlow)', 'filter')], { mail: 'a' })
		).toMatchObject({
			ignored: { target: 'filter' }
		});
	});

	it('M-044: a value that is redacted in any part is marked for the log', () => {
		const mappings = [computed('Append("p-", Redact([secret]))', 'password'), direct('mail')];
		const flows = create(mappings, { secret: 'S', mail: 'a' }) as Flow[];
		expect(flows.map(({ target, redacted }) => [target, redacted])).toEqual([
			['password', true],
			['mail', false]
		]);
	});

	it('M-080: references wait for a second step', () => {
		const mappings = new CompiledMappings([direct('manager'), direct('mail')], {
			target: { manager: { type: 'Reference' } }
		});
		expect(values(mappings.forCreate(createContext({ source: { manager: 'm', mail: 'a' } })))).toEqual({ mail: 'a' });
		expect(mappings.references.map(({ mapping }) => mapping.target)).toEqual(['manager']);
	});

	it('M-090: an evaluation error of one mapping fails the object', () => {
		expect(create([direct('mail'), computed('CDate([d])', 'date')], { mail: 'a', d: 'soon' })).toMatchObject({
			failed: {
				target: 'date',
				rule: 'M-090',
				message: 'date: CDate: expression (argument 1) "soon" is not a date that CDate reads'
			}
		});
	});
});

describe('attribute mappings on update', () => {
	it('M-020, C-211: a mapping that applies only during creation writes nothing', () => {
		expect(update([direct('mail', 'mail', { flowType: 'ObjectAddOnly' })], { mail: 'b' }, { mail: 'a' })).toEqual([]);
	});

	it('M-022, C-213: only what differs is written, or everything with FlowAlways', () => {
		const mappings = [direct('a'), direct('b'), direct('id', 'id', { flowBehavior: 'FlowAlways' })];
		expect(values(update(mappings, { a: '1', b: '2', id: '7' }, { a: '1', b: '1', id: '7' }))).toEqual({
			b: '2',
			id: '7'
		});
	});

	it('M-023: letter case alone is a change only for attributes with exact case', () => {
		expect(update([direct('mail')], { mail: 'A@x' }, { mail: 'a@x' })).toEqual([]);
		expect(
			update([direct('mail')], { mail: 'A@x' }, { mail: 'a@x' }, { target: { mail: { caseExact: true } } })
		).toHaveLength(1);
	});

	it('M-010, C-216: neither null nor the default value is written', () => {
		expect(update([direct('city', 'city', { defaultValue: 'Paris' })], {}, { city: 'Rome' })).toEqual([]);
	});

	it('M-002, C-215: type None writes its default only into an empty target attribute', () => {
		expect(update([none('locale', 'en_US')], {}, { locale: 'de_DE' })).toEqual([]);
		expect(values(update([none('locale', 'en_US')], {}, {}))).toEqual({ locale: 'en_US' });
	});

	it('M-021, C-212: the add-only flow types add and never remove', () => {
		const mappings = [
			direct('mails', 'mails', { flowType: 'MultiValueAddOnly' }),
			direct('nick', 'nick', { flowType: 'AttributeAddOnly' })
		];
		const flows = update(mappings, { mails: ['a', 'b'], nick: 'n' }, { mails: ['b', 'c'], nick: 'old' });
		expect(flows).toMatchObject([{ target: 'mails', value: ['a'], operation: 'add' }]);
		expect(values(update([mappings[1]!], { nick: 'n' }, {}))).toEqual({ nick: 'n' });
	});

	it('M-021: a flow type that only adds writes a single value where there is none, and clears nothing', () => {
		const schema: MappingSchema = { inbound: true, source: { nick: { flowNullValues: true } } };
		for (const flowType of ['MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'] as const) {
			const mapping = direct('nick', 'nick', { flowType, flowNullValues: true });
			expect(update([mapping], { nick: 'new' }, { nick: 'old' }, schema)).toEqual([]);
			expect(update([mapping], {}, { nick: 'old' }, schema)).toEqual([]);
			expect(values(update([mapping], { nick: 'new' }, {}, schema))).toEqual({ nick: 'new' });
		}
	});

	it('M-022: lists are compared by what is in them, however often', () => {
		const mails = [direct('mails')];
		expect(values(update(mails, { mails: ['a', 'a'] }, { mails: ['a', 'b'] }))).toEqual({ mails: ['a', 'a'] });
		expect(update(mails, { mails: ['b', 'a', 'b'] }, { mails: ['a', 'b'] })).toEqual([]);
	});

	it('M-004, M-040: an expression that gives an empty list has no value for a single-valued target', () => {
		const split = [computed('Split([a], ",")', 'nick', { defaultValue: 'none' })];
		const schema: MappingSchema = { target: { nick: { type: 'String' } } };
		expect(values(create(split, { a: ' , ' }, schema))).toEqual({ nick: 'none' });
		expect(update(split, { a: ' , ' }, { nick: 'old' }, schema)).toEqual([]);
		const many = { target: { nick: { type: 'String', multivalued: true } } } as const;
		expect(values(update(split, { a: ' , ' }, { nick: ['old'] }, many))).toEqual({ nick: [] });
	});

	it('M-030 to M-034, C-218, C-219: null clears only inbound, with both switches on, and never uses the default', () => {
		const mapping = direct('phone', 'phone', { flowNullValues: true, defaultValue: '0' });
		const schema: MappingSchema = { inbound: true, source: { phone: { flowNullValues: true } } };
		const cleared = [{ target: 'phone', value: null, operation: 'clear', origin: 'null flow' }];
		expect(update([mapping], {}, { phone: '1' }, schema)).toMatchObject(cleared);
		expect(update([mapping], { phone: '' }, { phone: '1' }, schema)).toMatchObject(cleared);
		expect(update([mapping], {}, {}, schema)).toEqual([]);
		expect(update([mapping], {}, { phone: '1' }, { ...schema, inbound: false })).toEqual([]);
		expect(update([mapping], {}, { phone: '1' }, { inbound: true })).toEqual([]);
		expect(update([{ ...mapping, flowNullValues: false }], {}, { phone: '1' }, schema)).toEqual([]);
		expect(values(create([mapping], {}, schema))).toEqual({ phone: '0' });
	});

	it('M-045: the Switch trap clears when another attribute changed, if it is simulated', () => {
		const mappings = [computed('Switch([state], "x", "A", "1")', 'zone'), direct('mail')];
		const source = { state: 'A', mail: 'new' };
		const target = { zone: '1', mail: 'old' };
		expect(update(mappings, source, target, { switchTrap: true }, ['mail'])).toMatchObject([
			{ target: 'zone', value: null, rule: 'M-045' },
			{ target: 'mail', value: 'new' }
		]);
		expect(values(update(mappings, source, target, {}, ['mail']))).toEqual({ mail: 'new' });
	});

	it('M-062: one role is its name, in a list of texts too', () => {
		const tags: MappingSchema = { target: { tags: { type: 'String', multivalued: true } } };
		const single = [computed('SingleAppRoleAssignment([appRoleAssignments])', 'tags')];
		const source = { appRoleAssignments: [{ id: '1', value: 'A', displayName: 'A' }] };
		expect(values(create(single, source, tags))).toEqual({ tags: ['A'] });
	});

	it('M-066, M-067: one role function only adds, the other replaces', () => {
		const source = { appRoleAssignments: [{ id: '1', value: 'A', displayName: 'A' }] };
		const target = { roles: [{ primary: false, value: 'B' }] };
		const roles = (name: string) => [computed(`${name}([appRoleAssignments])`, 'roles')];
		expect(update(roles('AppRoleAssignmentsComplex'), source, target)).toMatchObject([
			{ operation: 'add', roles: 'complex' }
		]);
		expect(update(roles('AssertiveAppRoleAssignmentsComplex'), source, target)).toMatchObject([
			{ operation: 'replace', rule: 'M-067' }
		]);
		expect(update(roles('AppRoleAssignmentsComplex'), {}, target)).toEqual([]);
		expect(update(roles('AssertiveAppRoleAssignmentsComplex'), {}, target)).toMatchObject([{ value: [] }]);
		const told = { roles: [{ value: '{"id":"1","value":"A","displayName":"A"}' }] };
		expect(update(roles('AppRoleAssignmentsComplex'), source, told)).toEqual([]);
	});
});

describe('matching values', () => {
	it('M-050, M-051: come in the order of precedence, and null means none', () => {
		const mappings = new CompiledMappings([
			direct('mail', 'emails', { matchingPrecedence: 2 }),
			computed('ToLower([userPrincipalName])', 'userName', { matchingPrecedence: 1 }),
			direct('city')
		]);
		expect(mappings.forMatching(createContext({ source: { userPrincipalName: 'ADA', mail: '' } }))).toEqual([
			{ target: 'userName', precedence: 1, value: 'ada' },
			{ target: 'emails', precedence: 2, value: null }
		]);
	});
});
