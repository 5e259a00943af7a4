import { describe, expect, it } from 'vitest';
import { eraProfile } from '#lib/engine/eras';
import { expectedMinutes } from '#lib/engine/job/expected';
import { failureText, runScript } from '#lib/world/script';

/** One rule, and a script that would come out otherwise if the simulation broke it. */
const rules: readonly (readonly [title: string, script: string])[] = [
	[
		'C-051: a watermark is kept however long the job stands still',
		`world cloud-only
do 08:12 assign(byoa, 3 5)
do 08:20 start(byoa)
do 08:30 stop(byoa)
do 04-20 08:00 edit(entra, 5, jobTitle, "Chief")
do 08-20 08:00 start(byoa)
=> 08-20 08:00 byoa inc: update 1 [5]`
	],
	[
		'C-082: each user is judged alone by a filter, whoever else is assigned',
		`world cloud-only
do 08:11 saveFilter(byoa, department EQUALS "Sales")
do 08:12 assign(byoa, 2 3 5)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [3 5]; skip 1 [2]`
	],
	[
		'C-096: what is compared in a match is the result of the mapping, an expression too',
		`world cloud-only
do 08:10 app.create(byoa, userName="x.john_smith", displayName="J")
do 08:11 saveMapping(byoa, userName = Append("x.", [mailNickname]) match 1)
do 08:12 assign(byoa, 5)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [5]
?? 08:22 app(byoa).accounts = 1`
	],
	[
		'C-113: a group without a value to match by is left out with its memberships, its members are not',
		`world cloud-only groupMapping=on
do 08:12 assign(google, TEAM-6)
do 08:20 start(google)
=> 08:20 google initial: create 3 [7 8 9]; skip 1 [TEAM-6]
?? 08:22 app(google).groups lacks "TEAM"`
	],
	[
		'C-230: after a hard delete nothing is restored, and the person made anew is another object without a link',
		`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 softDelete(7)
do 08:31 purge(7)
do 08:32 restore(7)
?? 08:32 lastAction = "refused: There is no user 7 in Microsoft Entra ID."
=> 09:00 byoa inc: delete 1 [7]
do 09:10 entra.create(N1, displayName="Zoe", userPrincipalName="zoe.muller@contoso.com", mailNickname="zoe")
do 09:11 assign(byoa, N1)
=> 09:40 byoa inc: create 1 [N1]`
	],
	[
		'C-249: the row of a user whom the flag spares names it in the next cycle',
		`world cloud-only
do 08:10 setSecret(byoa, SkipOutOfScopeDeletions, true)
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 7)
=> 09:00 byoa inc: skip 1 [7]
?? 09:01 log(byoa, 7).reason = "SimSkipOutOfScopeDeletions"`
	],
	[
		'C-287: a run on demand writes the manager only once the manager has an account',
		`world cloud-only
do 08:12 assign(byoa, 2 23)
do 08:15 onDemand(byoa, 23)
=> 08:15 byoa demand: create 1 [23]; refFail 1 [23]
do 08:16 onDemand(byoa, 2)
do 08:17 onDemand(byoa, 23)
=> 08:17 byoa demand: skip 1 [23]; ref 1 [23]`
	],
	[
		'C-294: an account that somebody deletes in the application is missed only when its user is processed again',
		`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:40 app.delete(byoa, 7)
=> 09:00 byoa inc: none
do 09:05 edit(entra, 7, displayName, "Zoë Müller-Braun")
=> 09:40 byoa inc: create 1 [7]`
	],
	[
		'C-302: an account whose link was dropped while its user is out of scope is managed no more',
		`world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
do 08:30 unassign(byoa, 7)
do 08:35 restart(byoa, full)
=> 08:35 byoa initial: skip 1 [8]
?? 08:37 app(byoa, 7) = absent
?? 08:37 app(byoa).active = 2
?? 08:37 app(byoa).unmanaged = "zoe.muller"`
	],
	[
		'C-315: a conflict is cured by correcting the value on either side',
		`world cloud-only brownfield=on
do 08:12 assign(salesforce, 4, role="Standard User")
do 08:20 start(salesforce)
=> 08:20 salesforce initial: fail 1 [4 SalesforceDuplicateUserName]
do 08:45 edit(entra, 4, userPrincipalName, "kwame.boateng.2@contoso.com")
=> 09:00 salesforce inc: create 1 [4]`
	],
	[
		'C-325: a token that is no longer valid leads to quarantine',
		`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:50 setCredential(byoa, bad)
=> 09:00 byoa probe: fail [Unauthorized]
?? 09:01 job(byoa).quarantine = "EncounteredQuarantineException"`
	],
	[
		'C-397: the import of a run on demand fails where the attribute to match by is empty',
		`world cloud-only
do 08:12 assign(atlassian, 15)
do 08:15 onDemand(atlassian, 15)
?? 08:16 demand.import = "failed: matching attribute empty"`
	],
	[
		'C-401: a run on demand fails for the reason for which a cycle fails',
		`world cloud-only
do 08:12 assign(slack, 15)
do 08:15 onDemand(slack, 15)
=> 08:15 slack demand: fail 1 [15 MandatoryFieldsMissing]
do 08:20 start(slack)
=> 08:20 slack initial: fail 1 [15 MandatoryFieldsMissing]`
	],
	[
		'C-405: somebody in the recycle bin cannot be provisioned on demand',
		`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 softDelete(7)
do 09:05 onDemand(byoa, 7)
?? 09:06 lastAction = "refused: Zoë Müller: deleted users cannot be provisioned on demand."`
	]
];

describe('the rules of the cycles, each by a script', () => {
	it.each(rules)('%s', (_, script) => {
		expect(runScript(script).failures.map(failureText)).toEqual([]);
	});
});

describe('how long an initial cycle is expected to take', () => {
	const mapped = { enabled: true } as never;
	const minutes = (scopeMode: 'assigned' | 'all', groups: null | typeof mapped, objects: number) => {
		const { from, to, rule } = expectedMinutes(eraProfile(2021), { scopeMode, groups }, objects);
		return [from, to, rule];
	};

	it('C-428, C-429, C-430: in 2021 by a table, for who is assigned', () => {
		expect(minutes('assigned', null, 999)).toEqual([0, 30, 'C-428']);
		expect(minutes('assigned', mapped, 1_000)).toEqual([142, 708, 'C-429']);
		expect(minutes('assigned', null, 99_999)).toEqual([1_170, 2_340, 'C-430']);
	});

	it('C-431, C-432, C-433: in 2021 by a table, for all users and groups', () => {
		expect(minutes('all', mapped, 999)).toEqual([0, 30, 'C-431']);
		expect(minutes('all', mapped, 9_999)).toEqual([0, 120, 'C-432']);
		expect(minutes('all', mapped, 10_000)).toEqual([713, 1_425, 'C-433']);
	});

	it('C-434, C-435: in 2021 by a table, for all users without groups; the formula where it ends', () => {
		expect(minutes('all', null, 999)).toEqual([0, 30, 'C-434']);
		expect(minutes('all', null, 1_000)).toEqual([43, 86, 'C-435']);
		expect(minutes('all', null, 10_000)).toEqual([100, 800, 'C-424']);
		const now = expectedMinutes(eraProfile(2024), { scopeMode: 'assigned', groups: null }, 1_000);
		expect(now).toEqual({ from: 10, to: 80, rule: 'C-424' });
	});
});
