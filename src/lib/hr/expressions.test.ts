import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '#lib/engine/mapping';
import { toAd } from './mappings-workday';

type Source = Record<string, string | null>;
const now = '2025-07-30T10:00:00Z';
const given = (expression: string, source: Source = {}, at = now, existing: string[] = []) => {
	const answer = evaluateExpression(expression, { source, now: at, existing });
	if ('value' in answer) return answer.value;
	return 'flow' in answer ? answer.flow : `error: ${answer.message}`;
};
const shipped = (target: string) => toAd.find((row) => row.target === target)!.source;
const dateDiff = 'DateDiff("d", Now(), CDate([StatusHireDate]))';
const hired = (Active: string, StatusHireDate: string, more: Source = {}) => ({ Active, StatusHireDate, ...more });

describe('the account’s state', () => {
	it('EV-01, EV-02: follows Active, and is left out where Active is neither', () => {
		expect(given(shipped('accountDisabled'), { Active: '1' })).toBe('False');
		expect(given(shipped('accountDisabled'), { Active: '0' })).toBe('True');
		expect(given(shipped('accountDisabled'), { Active: '' })).toBeFalsy();
	});

	it('EV-03, EV-04: is enabled up to fourteen days before the hire date', () => {
		const expression = `Switch([Active], , "1", IIF(${dateDiff} <= 14, "False","True"), "0","True")`;
		expect(given(expression, hired('1', '2025-08-10'))).toBe('False');
		expect(given(expression, hired('1', '2025-09-15'))).toBe('True');
	});

	it('EV-05: the sample with five days', () => {
		const expression = `Switch([Active], , "1", IIF(${dateDiff} > 5, "False", "True"), "0", "False")`;
		expect(given(expression, hired('1', '2025-08-05'))).toBe('True');
		expect(given(expression, hired('1', '2025-08-06'))).toBe('False');
	});

	it('EV-06: days are whole days, cut toward zero', () => {
		const days = (date: string) => given(`DateDiff("d", Now(), CDate("${date}"))`);
		expect(['2025-07-30', '2025-07-31', '2025-08-01', '2025-07-29'].map(days).map(String)).toEqual([
			'0',
			'0',
			'1',
			'-1'
		]);
	});

	it('EV-07 to EV-09: the published rehire sample is the wrong way round, the corrected one is not', () => {
		const rehire = (sign: string) =>
			`Switch([Active], , "1", IIF([StatusRehire]=1, IIF(${dateDiff} ${sign} 0, "False","True"), "False"), "0","True")`;
		const back = (date: string) => hired('1', date, { StatusRehire: '1' });
		expect(given(rehire('>='), back('2025-08-15'))).toBe('False');
		expect(given(rehire('>='), back('2025-07-15'))).toBe('True');
		expect(given(rehire('<='), back('2025-08-15'))).toBe('True');
		expect(given(rehire('<='), back('2025-07-15'))).toBe('False');
	});

	it('EV-10, EV-14: a value or the whole object may be left out by date', () => {
		const attribute = `IIF(${dateDiff} >= 0, [Department], IgnoreAttributeFlow)`;
		expect(given(attribute, hired('1', '2025-07-15', { Department: 'Engineering' }))).toBe('ignore');
		const object = `IIF(${dateDiff} <= 14, "False", IgnoreObjectFlow)`;
		expect(given(object, hired('1', '2025-08-10'))).toBe('False');
		expect(given(object, hired('1', '2025-09-15'))).toBe('ignoreObject');
	});

	it('EV-11, EV-12: writeback by hire date', () => {
		const back = (sign: string, employeeHireDate: string) =>
			given(
				`IgnoreFlowIfNullOrEmpty(IIF(DateDiff("d", Now(), CDate([employeeHireDate])) ${sign} 0, "", [userPrincipalName]))`,
				{ employeeHireDate, userPrincipalName: 'a@contoso.com' }
			);
		expect(['2025-07-29', '2025-07-30', '2025-08-15'].map((date) => back('>=', date))).toEqual([
			'a@contoso.com',
			'ignore',
			'ignore'
		]);
		expect(['2025-07-30', '2025-07-31', '2025-08-01'].map((date) => back('>', date))).toEqual([
			'a@contoso.com',
			'a@contoso.com',
			'ignore'
		]);
	});

	it('EV-13: a flag for the days before the hire', () => {
		expect(given(`IIF(${dateDiff} >= 0, "TRUE","FALSE")`, hired('1', '2025-07-31'))).toBe('TRUE');
	});

	it('EV-15: by SuccessFactors’ employment status', () => {
		const state = (emplStatus: string) =>
			given('Switch([emplStatus], "True","A","False","U","False","P","False")', { emplStatus });
		expect(['A', 'P', 'T', 'F'].map(state)).toEqual(['False', 'False', 'True', 'True']);
	});

	it('EV-16, EV-17: a rescinded hire, tested before the state', () => {
		const expression =
			'Switch([StatusTerminated], "False", "1", "True", "0", Switch([StatusHireRescinded], "False", "1", "True", "0", Switch([Active], "False", "1", IIF(DateDiff("d", Now(), CDate(IIF(IsNullOrEmpty([StatusHireDate]), "9999-01-01", [StatusHireDate]))) < 7, "False", "True"), "0", "True")))';
		const state = (T: string, R: string, A: string, date: string) =>
			given(expression, { StatusTerminated: T, StatusHireRescinded: R, Active: A, StatusHireDate: date });
		expect(state('1', '', '', '')).toBe('True');
		expect(state('0', '1', '', '')).toBe('True');
		expect(state('0', '0', '1', '2025-08-15')).toBe('True');
		expect(state('0', '0', '1', '2025-08-05')).toBe('False');
		expect(state('', '', '', '')).toBe('False');
	});

	it('EV-30: who has left goes to the unit of the leavers', () => {
		const expression =
			'IIF(DateDiff("d", Now(), CDate([Last])) >= 0, Switch([City], "OU=Default Users", "Dallas", "OU=Dallas"), "OU=Leavers")';
		expect(given(expression, { Last: '2025-07-25', City: 'Seattle' })).toBe('OU=Leavers');
		expect(given(expression, { Last: '2025-08-15', City: 'Dallas' })).toBe('OU=Dallas');
	});

	it('EV-20, EV-21: with the termination lookahead, by the worker’s distance from UTC', () => {
		const expression =
			'Switch([Active], , "1", IIF(DateDiff("d", Now(), DateAdd("h", -9, CDate(Switch([Last], [Last], "", "9999-12-31")))) <= 0, "True", "False"), "0", "True")';
		const seven = '2025-05-14T07:00:00Z';
		expect(given(expression, { Last: '', Active: '1' }, seven)).toBe('False');
		expect(given(expression, { Last: '', Active: '0' }, seven)).toBe('True');
		expect(given(expression, { Last: '2025-05-14', Active: '1' }, seven)).toBe('True');
		expect(given(expression, { Last: '2025-05-20', Active: '1' }, seven)).toBe('False');
		expect(given(expression, { Last: '2025-05-14', Active: '1' }, '2025-05-13T00:00:00Z')).toBe('True');
	});
});

describe('names and numbers', () => {
	it('EV-40 to EV-42: addresses lose accents, and keep what has no plain form', () => {
		const address = (one: string, other: string) =>
			given('Join("@", NormalizeDiacritics(StripSpaces(Join(".", [one], [other]))), "contoso.com")', { one, other });
		expect(address('María', 'José González')).toBe('Maria.JoseGonzalez@contoso.com');
		expect(given('ToLower(NormalizeDiacritics(StripSpaces(Join(".", "José","García-López"))))')).toBe(
			'jose.garcia-lopez'
		);
		expect(address('Ольга', 'Иванова')).toBe('Ольга.Иванова@contoso.com');
	});

	it('EV-43 to EV-45: account names from an initial and the family name, twenty letters long', () => {
		const name = (first: string, last: string, letters: number) =>
			given(`Mid(NormalizeDiacritics(StripSpaces(Join("", Mid([first], 1, ${letters}), [last]))), 1, 20)`, {
				first,
				last
			});
		expect(name('María José', 'González-López', 1)).toBe('MGonzalez-Lopez');
		expect(name('Bartholomew', 'Featherstonehaugh-Cholmondeley', 1)).toBe('BFeatherstonehaugh-C');
		expect(name('Bartholomew', 'Featherstonehaugh-Cholmondeley', 2)).toBe('BaFeatherstonehaugh-');
		expect(name('Łukasz', 'Żółkiewski', 1)).toBe('LZolkiewski');
		expect(name('Ingrid', 'Sørensen-Ærø', 1)).toBe('ISoerensen-AEroe');
		expect(name('Zoë', 'Müller', 1)).toBe('ZMuller');
	});

	it('EV-47: Mid counts from one', () => {
		expect(given('Mid([x],1,1)', { x: 'John' })).toBe('J');
	});

	const national =
		'Replace(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.*)", , "${phoneNumber}", , ), , "[()\\\\s-]+", , "", , )';

	it('EV-50, EV-51, EV-55: a number without its country, extension and all; one without a blank stays', () => {
		const number = (telephoneNumber: string) => given(national, { telephoneNumber });
		expect(number('+1 737-626-8331')).toBe('7376268331');
		expect(number('+44 20 7946 0958')).toBe('2079460958');
		expect(number('+1 (206) 291-8163 x8125')).toBe('2062918163x8125');
		expect(number('+493012345678')).toBe('+493012345678');
	});

	it('EV-52 to EV-54: an extension of its own, and a country whose code keeps no blank', () => {
		const pattern = '"\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>[^x]*)(x(?<extension>.*))?"';
		const part = (name: string) =>
			given(`Replace(Replace([tel], , ${pattern}, , "\${${name}}", , ), , "[()\\\\s-]+", , "", , )`, {
				tel: '+1 (206) 291-8163 x8125'
			});
		expect([part('phoneNumber'), part('extension')]).toEqual(['2062918163', '8125']);
		const country = (code: string) =>
			given(`Switch(Replace([tel], , "\\\\+${code}(?<rest>.*)", , "\${isdCode}", , ), "USA", "44", "GBR")`, {
				tel: '+44 20 7946 0958'
			});
		expect(country('(?<isdCode>\\\\d* )')).toBe('USA');
		expect(country('(?<isdCode>\\\\d*) ')).toBe('GBR');
	});

	it('EV-62, EV-64: texts from several attributes, and a flag from two', () => {
		const text =
			'Append(Join(", ",[PreferredLastName],[PreferredFirstName]), Join(""," (",[SupervisoryOrganization],"-",[CountryReferenceTwoLetter],")"))';
		const john = {
			PreferredLastName: 'Smith',
			PreferredFirstName: 'John',
			SupervisoryOrganization: 'Marketing',
			CountryReferenceTwoLetter: 'US'
		};
		expect(given(text, john)).toBe('Smith, John (Marketing-US)');
		const flag = 'IIF(IsPresent([telephoneNumber]), IIF(IsPresent([mobile]),"false","true"), "false")';
		expect(given(flag, { telephoneNumber: '1', mobile: '2' })).toBe('false');
		expect(given(flag, { telephoneNumber: '1' })).toBe('true');
		expect(given(flag, {})).toBe('false');
	});

	it('EV-60, EV-61: leading zeros go or come', () => {
		const without = 'Replace([WorkerID], , "(?<leadingZeros>^0+)(?<actualValue>[a-zA-Z0-9]+)", , "${actualValue}", , )';
		expect(given(without, { WorkerID: '00012345' })).toBe('12345');
		const padded = 'Replace(Join("","00000000",[personIdExternal]), , "(.*?)(?<id>.{0,8})$", , "${id}", , )';
		expect(given(padded, { personIdExternal: '12345' })).toBe('00012345');
	});

	it('EV-63: the first user name that is free', () => {
		const john = { FirstName: 'John', LastName: 'Smith' };
		const taken = ['John.Smith@contoso.com', 'J.Smith@contoso.com'];
		expect(given(shipped('userPrincipalName'), john)).toBe('John.Smith@contoso.com');
		expect(given(shipped('userPrincipalName'), john, now, taken.slice(0, 1))).toBe('J.Smith@contoso.com');
		expect(given(shipped('userPrincipalName'), john, now, taken)).toBe('Jo.Smith@contoso.com');
		expect(given(shipped('userPrincipalName'), john, now, [...taken, 'Jo.Smith@contoso.com'])).toContain('error');
	});

	it('H-204: the shipped account name has no reserved sign, twenty letters and no final dot', () => {
		const name = (UserID: string) => given(shipped('sAMAccountName'), { UserID });
		expect(name('a/b[c]:d;e|f=g,h+i*j?k<l>m')).toBe('abcdefghijklm');
		expect(name('1000900')).toBe('1000900');
		expect(name('abcdefghijklmnopqrs..uvw')).toBe('abcdefghijklmnopqrs');
	});

	it('H-231: the unit goes by the city, letter case and all', () => {
		const unit = (Municipality: string) => given(shipped('parentDistinguishedName'), { Municipality });
		expect(unit('Seattle')).toBe('OU=Seattle,OU=Users,DC=contoso,DC=com');
		expect(unit('SEATTLE')).toBe('OU=Default Users,DC=contoso,DC=com');
	});

	it('H-108: an empty value is replaced by a literal', () => {
		const text = 'Switch([BusinessTitle], [BusinessTitle], "", "N/A")';
		expect([given(text, { BusinessTitle: '' }), given(text, { BusinessTitle: 'Pilot' })]).toEqual(['N/A', 'Pilot']);
	});

	it('H-232: a name of several parts is joined of Switches, and a part that does not match is empty', () => {
		const part = (attribute: string, key: string, unit: string) =>
			`Switch([${attribute}], "", "${key}", "OU=${unit},")`;
		const parts = [part('Municipality', 'Dallas', 'Dallas'), part('Company', 'Contoso', 'Main')];
		const text = `Join("", ${parts.join(', ')}, "DC=contoso,DC=com")`;
		expect(given(text, { Municipality: 'Dallas', Company: 'Contoso' })).toBe('OU=Dallas,OU=Main,DC=contoso,DC=com');
		expect(given(text, { Municipality: 'Oslo', Company: 'Contoso' })).toBe('OU=Main,DC=contoso,DC=com');
	});
});
