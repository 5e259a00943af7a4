const part = (length: number) =>
	`Join("@", NormalizeDiacritics(Join(".", Mid([FirstName], 1, ${length}), [LastName])), "contoso.com")`;
const whole = 'Join("@", NormalizeDiacritics(Join(".", [FirstName], [LastName])), "contoso.com")';

/** Expressions too long for a line, which scripts name with @. */
export const namedExpressions: Readonly<Record<string, string>> = {
	upn3: `SelectUniqueValue(${whole}, ${part(1)}, ${part(2)})`,
	upn4: `SelectUniqueValue(${whole}, ${part(1)}, ${part(2)}, ${part(3)})`,
	rescind:
		'Switch([StatusTerminated], "False", "1", "True", "0", Switch([StatusHireRescinded], "False", "1", "True", "0", Switch([Active], "False", "1", IIF(DateDiff("d", Now(), CDate(IIF(IsNullOrEmpty([StatusHireDate]), "9999-01-01", [StatusHireDate]))) < 7, "False", "True"), "0", "True")))',
	lookahead:
		'Switch([Active], , "1", IIF(DateDiff("d", Now(), DateAdd("h", -9, CDate(Switch([StatusTerminationLastDayOfWork], [StatusTerminationLastDayOfWork], "", "9999-12-31")))) <= 0, "True", "False"), "0", "True")',
	delayedUserID:
		'IgnoreFlowIfNullOrEmpty(IIF(DateDiff("d", Now(), CDate([employeeHireDate])) >= 0, "", [userPrincipalName]))',
	landline:
		'Replace(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.*)", , "${phoneNumber}", , ), , "[()\\\\s-]+", , "", , )',
	landlineNumber:
		'Replace(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>[^x]*)(x(?<extension>.*))?", , "${phoneNumber}", , ), , "[()\\\\s-]+", , "", , )',
	landlineExtension:
		'IgnoreFlowIfNullOrEmpty(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>[^x]*)(x(?<extension>.*))?", , "${extension}", , ))'
};
