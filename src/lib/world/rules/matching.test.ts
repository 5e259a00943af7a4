import { describe, it } from 'vitest';
import { passes } from './passes.fixture';

describe('matching', () => {
	it('C-095, C-101, C-164, C-123: one hit is adopted by its id and brought up to date', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com", title="Old")
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [7]
?? 08:21 app(byoa).accounts = 1
?? 08:21 app(byoa, 7).title = "Account Executive"`));

	it('C-100, C-115, C-162: no hit creates a second account beside the one that was missed', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="jsmith@contoso.com")
do 08:12 assign(byoa, 5)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [5]
?? 08:21 app(byoa).accounts = 2
?? 08:21 app(byoa).unmanaged = "jsmith"`));

	it('C-093, C-094, C-097, C-098: matching attributes are tried one after another, and the first hit wins', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="jsmith@contoso.com", employeeNumber="1000005")
do 08:12 assign(byoa, 5)
do 08:14 saveMapping(byoa, employeeNumber = [employeeId] match 2)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [5]
?? 08:21 app(byoa).accounts = 1
?? 08:21 app(byoa, 5).userName = "john_smith@contoso.com"`));

	it('C-099, C-549: without a matching value the object is not evaluated for scope at all', () =>
		passes(`world cloud-only
do 08:10 saveMapping(byoa, userName = [mail] match 1)
do 08:12 assign(byoa, 15)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [15]
?? 08:21 log(byoa, 15).reason = "ImportSkipped"`));

	it('C-101, C-024: a match is stored before the update, and stays when the update fails', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="jsmith@contoso.com", employeeNumber="1000005")
do 08:11 app.create(byoa, userName="john_smith@contoso.com")
do 08:12 assign(byoa, 5)
do 08:13 saveMapping(byoa, userName = [userPrincipalName] match 2)
do 08:14 saveMapping(byoa, employeeNumber = [employeeId] match 1)
do 08:20 start(byoa)
=> 08:20 byoa initial: fail 1 [5 EntryConflict]
?? 08:21 link(byoa, 5) = "jsmith@contoso.com"`));

	it('C-106, C-166: an inactive account matches, and is active again', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="zoe.muller@contoso.com", active=false)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: enable 1 [7]
?? 08:21 app(byoa, 7).active = true`));

	it('C-104, C-105: a linked account is found by its id, so a rename is an update', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 edit(entra, 7, userPrincipalName, "zoe.braun@contoso.com")
=> 09:00 byoa inc: update 1 [7]
?? 09:01 app(byoa).accounts = 1
?? 09:01 app(byoa, 7).userName = "zoe.braun@contoso.com"`));

	it('C-116: an account that vanished is created again and linked anew', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 app.delete(byoa, 7)
=> 09:00 byoa inc: none
do 09:05 edit(entra, 7, jobTitle, "A")
=> 09:40 byoa inc: create 1 [7]
?? 09:41 app(byoa).accounts = 1`));

	it('C-117: with the other reading of the documentation it fails with InvalidAnchor until the links are reset', () =>
		passes(`world cloud-only staleLink=invalidAnchor
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:40 app.delete(byoa, 7)
do 08:50 edit(entra, 7, jobTitle, "A")
=> 09:00 byoa inc: fail 1 [7 InvalidAnchor]
do 09:10 restart(byoa, full)
=> 09:10 byoa initial: create 1 [7]`));

	it('C-111: two users on one account are both linked to it, with a warning', () =>
		passes(`world cloud-only
do 08:05 saveMapping(byoa, userName = constant "shared@contoso.com" match 1)
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 1 [7]; update 1 [8]
?? 08:21 app(byoa).accounts = 1
?? 08:21 app(byoa, 7).displayName = "José García-López"`));

	it('C-108: a value with quotation marks cannot be used in a filter', () =>
		passes(`world cloud-only groupMapping=on
do 08:12 assign(byoa, R&D-group)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 3 [10-12]; fail 1 [R&D-group matching]`));
});
