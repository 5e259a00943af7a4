import { describe, expect, it } from 'vitest';
import { failureText, parseScripts, recordWorld, runBlock, runScript } from '../index';

const workday = `world hybrid-hr
do 08:05 stop(wd-ad)
do 08:06 hr.apiUrl(wd-ad, "https://wd2-impl.workday.com/ccx/service/contoso4/v34.0")
do 08:07 hr.xpaths(wd-ad, v30.0)
do 08:08 hr.lookahead(wd-ad, on)
do 08:09 hr.domains(wd-ad, missing="Worker Data: Business Title on Worker Profile")
do 08:10 hr.activateDomains(wd-ad)
do 08:11 hr.constrain(wd-ad, "Sales")
do 08:12 hr.constrain(wd-ad, none)
do 08:13 hr.typeIds(wd-wb, own)
do 08:14 hr.domains(wd-ad, missing=none)
do 08:15 ad.group.create("Harbour pilots", 5-7)
do 08:16 ad.group.members("Harbour pilots", add=8 9, remove=5)
?? 08:17 lastAction = done
?? 08:45 members("Harbour pilots") = 6 7 8 9
do 08:50 ad.group.delete("Harbour pilots")`;

const domain = `world hybrid
do 08:05 ad.unit.create("OU=Harbour,OU=Contractors,DC=contoso,DC=com")
do 08:06 ad.schema.extend(badgeNumber)
do 08:07 ad.create(N1, cn="Ida Quay", givenName="Ida", sn="Quay", userPrincipalName="ida.quay@contoso.com", employeeID="1000990", parentDistinguishedName="OU=Harbour,OU=Contractors,DC=contoso,DC=com", enabled=true, proxyAddresses="SMTP:ida@contoso.com smtp:quay@contoso.com", badgeNumber=absent)
?? 08:08 ad(N1) = present
do 08:09 ad.feed(7{title="Pilot, harbour", department="Operations"}, N2{employeeID="1000991", givenName="Ole", sn="Kai", userPrincipalName="ole.kai@contoso.com"})
?? 08:10 ad(N2) = absent
?? 12:01 ad(N2) = present
?? 12:01 ad(7).title = Pilot, harbour
do 12:05 ad.delete(8)
?? 12:06 ad(8) = absent`;

const successFactors = `world hybrid-hr hr=successfactors
do 08:05 hr.employmentPath(sf-ad, employment=last, startDate=last)
do 08:06 hr.assignment(7, start=2026-04-01, end=2026-09-30, User.city="Tokyo")
?? 08:07 lastAction = done`;

describe('what a script says of human resources and of Active Directory', () => {
	it.each([
		['Workday', workday],
		['SuccessFactors', successFactors],
		['Active Directory', domain]
	])('is done, and recorded in the same words: %s', (_, text) => {
		expect(runScript(text).failures.map(failureText)).toEqual([]);
		const { text: recorded, untold } = recordWorld(runBlock(parseScripts(text)[0]!).world);
		const done = (lines: string) => lines.split('\n').filter((line) => line.startsWith('do '));
		expect(untold).toEqual([]);
		expect(done(recorded)).toEqual(done(text));
	});

	it.each([
		['hr.xpaths(wd-ad, v25)', 'v21.1 or v30.0 is expected'],
		['ad.group.members("Nobody", add=7)', 'there is no group Nobody in Active Directory'],
		['ad.group.create("Pilots", nobody)', 'there is no nobody'],
		['ad.feed(7)', '7 is not a record: 7{title=value}'],
		['ad.feed(7{shoeSize="42"})', 'NoSuchAttribute: shoeSize is not in the schema of this domain.'],
		['ad.unit.create("OU=New,OU=Nowhere,DC=contoso,DC=com")', 'There is no OU=Nowhere,DC=contoso,DC=com.']
	])('is refused with a reason where it cannot be: %s', (line, reason) => {
		const [failure] = runScript(`world hybrid-hr\ndo 08:05 ${line}\n?? 08:06 lastAction = done`).failures;
		expect(failure && failureText(failure)).toContain(reason);
	});
});
