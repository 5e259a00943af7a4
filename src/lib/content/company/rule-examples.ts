export interface RuleExample {
	readonly id: string;
	/** `<id of 10>` stands for the object id of person 10. */
	readonly text: string;
}

/** The rules of the specification's fact table: an example of everything the language can say, and of what it refuses. */
// prettier-ignore
export const RULE_EXAMPLES: readonly RuleExample[] = [
	{ id: 'G-101', text: 'user.department -eq "Sales"' },
	{ id: 'G-102', text: 'user.department -eq "sales"' },
	{ id: 'G-103', text: '(user.department -eq "Sales") -or (user.department -eq "Marketing")' },
	{ id: 'G-104', text: '(user.department -eq "Sales") -and -not (user.jobTitle -startsWith "VP")' },
	{ id: 'G-105', text: 'user.department -in ["Sales","Customer Support","Marketing"]' },
	{ id: 'G-106', text: 'user.department -notIn ["Sales","Engineering"]' },
	{ id: 'G-107', text: 'user.department -ne "Sales"' },
	{ id: 'G-108', text: 'user.department -eq null' },
	{ id: 'G-109', text: 'user.department -ne null' },
	{ id: 'G-110', text: '-not (user.department -eq null)' },
	{ id: 'G-111', text: 'user.mail -eq null' },
	{ id: 'G-112', text: 'user.mail -ne null' },
	{ id: 'G-113', text: 'user.jobTitle -contains "engineer"' },
	{ id: 'G-114', text: 'user.jobTitle -match "engineer$"' },
	{ id: 'G-115', text: 'user.displayName -match "^Jo.*"' },
	{ id: 'G-116', text: 'user.city -match "on"' },
	{ id: 'G-117', text: 'user.city -startsWith "Lo"' },
	{ id: 'G-118', text: 'user.userPrincipalName -notEndsWith "@contoso.com"' },
	{ id: 'G-119', text: 'user.userPrincipalName -match "#EXT#"' },
	{ id: 'G-120', text: 'user.employeeId -match "^1[0-9]{6}$"' },
	{ id: 'G-121', text: 'user.employeeId -startsWith "2"' },
	{ id: 'G-122', text: '(user.objectId -ne null) -and (user.userType -eq "Member")' },
	{ id: 'G-123', text: 'user.accountEnabled -eq false' },
	{ id: 'G-124', text: 'user.accountEnabled -eq true -and user.department -eq "Operations"' },
	{ id: 'G-125', text: 'user.country -eq "BG"' },
	{ id: 'G-126', text: 'user.country -in ["DE","ES","IE","GB","PL","LV","NO","IT","BG"]' },
	{ id: 'G-127', text: 'user.country -eq "GB" -and user.department -eq "Engineering" -or user.department -eq "Finance"' },
	{ id: 'G-128', text: 'user.country -eq "GB" -and (user.department -eq "Engineering" -or user.department -eq "Finance")' },
	{ id: 'G-129', text: '-not (user.department -eq "Sales") -and user.country -eq "US"' },
	{ id: 'G-130', text: '(user.proxyAddresses -any (_ -startsWith "smtp:john"))' },
	{ id: 'G-131', text: '(user.proxyAddresses -any (_ -contains "onmicrosoft"))' },
	{ id: 'G-132', text: 'user.assignedPlans -any (assignedPlan.servicePlanId -eq "p-exo" -and assignedPlan.capabilityStatus -eq "Enabled")' },
	{ id: 'G-133', text: 'user.assignedPlans -all (assignedPlan.servicePlanId -eq null)' },
	{ id: 'G-134', text: 'Direct Reports for "<id of 10>"' },
	{ id: 'G-135', text: 'Direct Reports for "<id of 3>"' },
	{ id: 'G-136', text: 'user.employeeHireDate -ge system.now -plus p1d' },
	{ id: 'G-137', text: 'user.employeeHireDate -le 2020-06-10T18:13:20Z' },
	{ id: 'G-138', text: 'user.surname -eq "O\'Connor"' },
	{ id: 'G-139', text: 'user.surname -contains "ø"' },
	{ id: 'G-140', text: 'user.givenName -eq "Zoe"' },
	{ id: 'G-141', text: 'user.displayName -eq "John Smith"' },
	{ id: 'G-142', text: 'user.displayName -eq "田中 宏"' },
	{ id: 'G-143', text: 'user.invalidProperty -eq "Value"' },
	{ id: 'G-144', text: 'user.accountEnabled -contains true' },
	{ id: 'G-145', text: '(user.department -eq "Sales") (user.department -eq "Marketing")' },
	{ id: 'G-146', text: 'user.userPrincipalName -match "*@contoso.com"' },
	{ id: 'G-147', text: 'user.department -startsWith null' },
	{ id: 'G-148', text: 'Direct Reports for "<id of 3>" -and user.country -eq "US"' }
];
