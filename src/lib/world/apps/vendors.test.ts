import { describe, it } from 'vitest';
import { passes } from '../rules/passes.fixture';

describe('what the service makes of an application of the gallery', () => {
	it('A-109: who has no family name gets a full stop for one, and only at first', () =>
		passes(`world cloud-only
do 08:12 assign(salesforce, 14, role="Standard User")
do 08:20 start(salesforce)
=> 08:20 salesforce initial: create 1 [14]
?? 08:21 app(salesforce, 14).LastName = "."
do 08:30 edit(entra, 14, surname, "Lin")
=> 09:00 salesforce inc: update 1 [14]
do 09:10 edit(entra, 14, surname, "")
do 09:10 edit(entra, 14, givenName, "Mei")
=> 09:40 salesforce inc: update 1 [14]
?? 09:41 app(salesforce, 14).LastName = "Lin"`));

	it('A-169: what Slack has cut is sent again whenever its user is looked at', () =>
		passes(`world cloud-only
do 08:12 assign(slack, 7)
do 08:20 start(slack)
=> 08:20 slack initial: create 1 [7]
do 08:30 edit(entra, 7, division, "One")
=> 09:00 slack inc: skip 1 [7]
do 09:10 edit(entra, 7, jobTitle, "${'x'.repeat(128)}")
=> 09:40 slack inc: update 1 [7]
?? 09:41 app(slack, 7).title = "${'x'.repeat(120)}"
do 09:50 edit(entra, 7, division, "Two")
=> 10:20 slack inc: update 1 [7]`));

	it('A-225: a group without an address is not looked up in Google', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(google, Sales-EMEA)
do 08:20 start(google)
=> 08:20 google initial: create 3 [7 8 9]; skip 1 [Sales-EMEA]
?? 08:21 log(google, Sales-EMEA).reason = "ImportSkipped"`));

	it("A-322: an administrator of DocuSign gets the administrator's profile, who has another role a blank", () =>
		passes(`world cloud-only
do 08:12 assign(docusign, 7, role="DS Admin")
do 08:12 assign(docusign, 8, role="DS Viewer")
do 08:20 start(docusign)
=> 08:20 docusign initial: create 2 [7 8]
?? 08:21 app(docusign, 7).permissionProfileId = "8032066"
?? 08:21 app(docusign, 8).permissionProfileId = " "`));
});
