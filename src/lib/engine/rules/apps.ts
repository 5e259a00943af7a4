import { entry, type RuleEntry } from './types';

/**
 * The applications of the catalogue. Sources: TUT is the application's own tutorial, vendor its vendor's pages, sim our
 * choice where both are silent; a claim that only the last two carry is assumed.
 */
// prettier-ignore
export const appRules: readonly RuleEntry[] = [
	entry('A-001', 'Mode menu: "Automatic" is offered only if a connector exists; "Manual" is offered otherwise, and accounts are then managed by the app\'s own means, which can include SAML just-in-time creation.', 'S0, S1, S2', 'modelled', 'A-001: the manual applications have no connector, no mapping and no operation'),
	entry('A-108', 'No hard delete: unassign/disable/delete all end as IsActive = False.', 'S3 "never fully deleted"; Salesforce cannot delete users: vendor', 'assumed', 'A-108: a delete ends as IsActive = False'),
	entry('A-110', 'Order of the checks of a create: one role, required fields, user name, licence; the first that fails gives the code.', 'sim', 'assumed', 'A-110: a missing e-mail is SalesforceRequiredFieldMissing'),
	entry('A-123', 'Updating active also updates locked_out (active false → locked_out true) even when locked_out is not mapped.', 'TUT', 'modelled', 'A-123: locked_out follows active'),
	entry('A-124', 'department and location are references: value must already exist in the lookup table, else InvalidLookupReference and the user is not provisioned. Example: table has "Los Angeles", source has "LA" → fail.', 'TUT', 'modelled', 'A-124: a location that is not in the table is InvalidLookupReference and names the value'),
	entry('A-141', 'A domain must have been created in Zscaler by support ticket, else creates fail with InvalidDomain.', 'TUT; code: sim', 'simplified', 'A-141: without its domain a create is InvalidDomain'),
	entry('A-142', 'Required: userName, externalId, active, displayName, department. Only userName is filterable.', 'TUT', 'modelled', 'A-142: only userName can be filtered on'),
	entry('A-143', 'Missing department → MandatoryFieldsMissing; required values are checked before the domain.', 'TUT; code LOGS; order: sim', 'simplified', 'A-143: a missing department comes before the domain'),
	entry('A-163', 'Create, update, deactivate; groups and memberships. A SCIM DELETE on a Slack user only deactivates; a DELETE on a group removes it.', 'TUT; vendor', 'modelled', 'A-163: deleting a user deactivates, deleting a group removes'),
	entry('A-165', 'userName must be unique and at most 21 characters (page: "under 21"; vendor support text: limit 21). Longer → failure; Slack\'s message is long_username.', 'TUT, vendor', 'modelled', 'A-165: a name of 22 characters is long_username, one of 21 is accepted'),
	entry('A-166', 'displayName may repeat; allows non-English letters, spaces, capitals, . _ - \' ( [ { } ] ) , / ;; must not contain "@" → skipped with AttributeValidationFailed.', 'TUT', 'modelled', 'A-166: the service itself refuses a display name with an @'),
	entry('A-168', '"Slack truncates values for certain attributes": simulator truncates displayName at 80, title at 120, nickName at 21 and stores the cut value.', 'S4; limits: sim', 'assumed', 'A-168: a title of 140 characters is stored with 120'),
	entry('A-181', 'A created user is invited and becomes active when accepting the invitation.', 'vendor; HOW mentions invitations', 'assumed', 'A-181, A-182: an account is invited; suspending it before it was accepted deletes it'),
	entry('A-182', 'Suspending an invited (not yet accepted) user deletes that user.', 'TUT', 'modelled', 'A-181, A-182: an account is invited; suspending it before it was accepted deletes it'),
	entry('A-183', 'Unassigned active user → suspended for 30 days, then removed from the team.', 'vendor', 'assumed', 'A-183: a suspended member leaves the team after thirty days, unless somebody is active again'),
	entry('A-184', 'Licences: active, invited and suspended members all count. No seat → LicenseLimitExceeded.', 'vendor; code LOGS', 'assumed', 'A-184: a suspended account keeps its seat'),
	entry('A-202', 'Required: first name, last name, display name, user name; missing one → user fails.', 'TUT', 'modelled', 'A-202: a missing family name fails the user'),
	entry('A-203', 'Single value only for e-mail and phone: two values (or two mappings to one type) → SchemaPropertyCanOnlyAcceptValue-type failure.', 'TUT; code LOGS', 'modelled', 'A-203: a second e-mail address is refused'),
	entry('A-204', 'Characters tab, newline, carriage return and < > ; : % are refused.', 'TUT', 'modelled', 'A-204: a semicolon in a name is refused'),
	entry('A-205', 'Filters: only eq with and; /Bulk, /Me, /Search unsupported; group PATCH cannot "remove all" or "replace".', 'vendor', 'modelled', 'A-205, A-206: members are named, a hundred in a request at most'),
	entry('A-206', 'At most 100 members per group request; the connector splits.', 'vendor; splitting: sim', 'assumed', 'A-206: a group of more than a hundred members comes in several requests'),
	entry('A-207', 'Primary e-mail must be unique per user; conflict → 409.', 'vendor', 'assumed', 'A-207: an e-mail address that another user has is 409'),
	entry('A-221', 'User names must be on a custom domain verified in Entra and in Google; …onmicrosoft.com is refused → InvalidDomain.', 'TUT; code LOGS', 'modelled', 'A-221: an address of another domain is InvalidDomain'),
	entry('A-223', 'Out of scope → suspended; never deleted in Google.', 'TUT', 'modelled', 'A-223: a delete suspends'),
	entry('A-224', 'An existing personal Google account with the same address conflicts; a transfer tool must resolve it first → EntryConflict.', 'TUT; code sim', 'simplified', 'A-224: a personal account of that address is a conflict'),
	entry('A-244', 'Box refuses to delete a user who still owns content unless forced: simulator deactivates (status inactive) and on hard delete fails with EntryConflict until content is moved.', 'vendor; code sim', 'assumed', 'A-244: an account with content is not deleted until the content is moved'),
	entry('A-263', 'userType from app role: Basic, Licensed, On-Prem (Pro and Corp are legacy values). Other text → AttributeValidationFailed.', 'TUT; vendor forum for the code', 'modelled', 'A-263: another user type than the three is refused'),
	entry('A-264', 'At most 9,999 basic users; the 10,000th fails.', 'TUT; LicenseLimitExceeded: sim', 'simplified', 'A-264: only licensed users take a seat'),
	entry('A-266', 'An address that belongs to another Zoom account cannot be created; EntryConflict.', 'vendor partner doc; code sim', 'assumed', 'A-266: an address of another Zoom account is a conflict; A-267: without single sign-on nothing works'),
	entry('A-267', 'Single sign-on must be enabled on the account, else 400.', 'vendor', 'assumed', 'A-266: an address of another Zoom account is a conflict; A-267: without single sign-on nothing works'),
	entry('A-282', 'User name = part of userName before "@" (without #EXT# part for guests), every non-alphanumeric character → "-", then _ + shortcode. Letter case kept. The derived name is the account\'s login; the SCIM attribute userName keeps the value that was sent, so no drift arises.', 'vendor; second sentence: sim', 'assumed', 'A-282: %s becomes %s'),
	entry('A-283', 'A leading/trailing dash or two consecutive dashes → not created.', 'vendor', 'assumed', 'A-283: two dashes in a row are refused'),
	entry('A-284', 'More than 39 characters including shortcode → 400 (UnprocessableEntity, C-555).', 'vendor', 'assumed', 'A-284: a login of more than 39 characters is UnprocessableEntity'),
	entry('A-285', 'Two users normalising to the same name: first wins, second 409 (EntryConflict, C-555; bob@contoso.com and bob@fabrikam.com).', 'vendor', 'assumed', 'A-285: of two users with one login the second is refused with 409'),
	entry('A-287', 'Changing the userName mapping renames existing users without losing history.', 'vendor', 'assumed', 'A-287: a new user name renames the login and keeps the account'),
	entry('A-301', 'Users of an unverified domain are not updated: changes are not pushed.', 'TUT', 'modelled', 'A-301: changes to users of an unverified domain are not taken over'),
	entry('A-303', 'Group rename is not supported: a new display name in Entra is not reflected.', 'TUT', 'modelled', 'A-303: a group keeps its name'),
	entry('A-306', 'A synced group whose name equals an existing local group is a conflict that an admin must resolve.', 'vendor; EntryConflict: sim', 'assumed', 'A-306: a local group of that name is a conflict'),
	entry('A-323', 'Seats limited (50 in the seed data).', 'sim', 'assumed', 'A-323: the fifty-first DocuSign account is refused'),
	entry('A-342', 'country must be ISO two-letter, else creation may fail; department must already be configured, else create and update fail; postalCode may be ignored when the format does not fit the country.', 'TUT', 'modelled', 'A-342: a country name instead of its code is refused and named'),
	entry('A-381', 'Unverified e-mail domain → code 1789003.', 'TUT', 'modelled', 'A-382: Workplace asks for an e-mail address in its own words, A-381: and knows the domain\'s code'),
	entry('A-382', 'Missing e-mail: "ERROR: Missing Email field: You must provide an email"; fix Coalesce([mail],[userPrincipalName]), or enable e-mail-less accounts in the app and restart provisioning.', 'TUT', 'modelled', 'A-382: Workplace asks for an e-mail address in its own words, A-381: and knows the domain\'s code'),
	entry('A-403', 'Query with no hit must be 200 + empty ListResponse; a 404 quarantines as a SCIM-compliance problem.', 'SCIM, QUA', 'modelled', 'A-403, A-410: an application that answers 404 to a query without a match'),
	entry('A-411', 'Throttle model of the slider: objects of one cycle are sent in pages of 100 writes, each page as a 4-second burst of 25 per second. With slider r < 25 the first 4·r writes of a page succeed, 3·r more succeed through the three honoured Retry-After waits, the rest of the page ends as TooManyRequests and goes to escrow. (r = 5: 35 of 100.) Only creates and updates of objects count as writes; reads, queries and reference writes do not.', 'sim', 'assumed', 'A-411: one request a second lets seven of a page through'),
	entry('A-410', 'Toggles to break the sample endpoint: 404 on no match; filter unsupported; text booleans rejected; returns members in group query (MultipleEntries…); missing id (ServiceIncompatible); case-changing stored values; refuses active=false (the update fails; no DELETE is sent instead, A-013); token expiry; random 500s; 429.', 'sim built on SCIM, LOGS, QUA', 'simplified', 'A-410: refusing active=false is a 422 that leaves the account as it is')
];
