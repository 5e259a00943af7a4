import { entry, type RuleEntry } from './types';

/** Applications without a connector: accounts from an uploaded file, and accounts made by signing in. Both are fictional. */
// prettier-ignore
export const manualAppRules: readonly RuleEntry[] = [
	entry('A-431', 'The app\'s admin page accepts a CSV: employee_no,email,first_name,last_name,department,status (status = active/inactive), UTF-8, header required, max 5,000 rows per file.', 'sim', 'assumed', 'A-431: takes the six columns with a header and at most 5,000 rows'),
	entry('A-432', 'Upload rules: key = email (case-insensitive); unknown e-mail with status active → create, with status inactive → ignored; known → update; known with status inactive → deactivate, known with status active → reactivate; rows missing from the file are left alone; a duplicate e-mail in the file rejects both rows; missing email or employee_no, or an employee_no that is not eight characters, rejects the row.', 'sim', 'assumed', 'A-432: creates, updates, reactivates, rejects and ignores by the address'),
	entry('A-433', 'Import report lists accepted, created, updated, deactivated and rejected with row numbers.', 'sim', 'assumed', 'A-433: says of each row what became of it, and why'),
	entry('A-434', 'The sandbox offers "export assigned users as CSV" and a three-way comparison: assigned in Entra, active in app, orphaned in app.', 'sim', 'assumed', 'A-434: finds accounts whose address belongs to nobody who is assigned'),
	entry('A-435', 'Typical human errors: stale file, wrong column order, spreadsheet drops leading zeros of employee_no, wrong encoding, leaver row forgotten.', 'sim; CSV handling is called error-prone: S4', 'assumed', 'A-435: rejects every row once a spreadsheet has dropped the leading zeros'),
	entry('A-440', 'Manual mode; account is created at first SAML sign-in from claims NameID (userPrincipalName), email, givenname, surname, department.', 'S0, S1 for JIT; details sim', 'assumed', 'A-440: makes the account at the first sign-in, from the claims'),
	entry('A-441', 'Only assigned users can sign in.', 'sim', 'assumed', 'A-441: lets in only who is assigned'),
	entry('A-442', 'Each later sign-in refreshes attributes; no sign-in, no update.', 'sim', 'assumed', 'A-442: refreshes the attributes at each later sign-in, and not before'),
	entry('A-443', 'Unassigning or disabling blocks sign-in but the account record stays active in the app: an orphan that only an access review or manual cleanup finds.', 'sim', 'assumed', 'A-443: leaves the record of who is blocked or unassigned as it is'),
	entry('A-444', 'A changed UPN creates a second account at the next sign-in.', 'sim', 'assumed', 'A-444: makes a second account for a changed user principal name')
];
