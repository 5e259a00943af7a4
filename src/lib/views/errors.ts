import { hrWordsOf } from './errors-hr';

/** What the log says of an error code beside its reason: section 27 of the cycle rules. */
export interface ErrorWords {
	/** The rule that documents the code. */
	readonly rule: string;
	readonly text: string;
	readonly recommendation: string;
	/** C-487: a problem of the target, or of the service itself. */
	readonly category: 'nonServiceFailure' | 'failure';
}

const retried = 'The operation is retried automatically. Nothing has to be done unless it keeps failing.';

function target(rule: string, text: string, recommendation: string): ErrorWords {
	return { rule, text, recommendation, category: 'nonServiceFailure' };
}

function service(rule: string, text: string, recommendation: string): ErrorWords {
	return { rule, text, recommendation, category: 'failure' };
}

const conflict = target(
	'C-533',
	'Another object of the target application already has an attribute value of this object.',
	'Correct the conflicting value in the source or in the application, or review the matching attributes.'
);
const notAllowed = target(
	'C-536',
	'The service could sign in to the target application but is not allowed to do this.',
	'Review the permissions of the credentials in the application; updates of some objects are reserved to its administrators.'
);
const missing = target(
	'C-541',
	'Required values are missing, so the object cannot be created.',
	'Fill the attributes in the source, give the mapping a default value, or leave the object out with a scoping filter.'
);

export const errorWords: { readonly [code: string]: ErrorWords } = {
	Conflict: conflict,
	EntryConflict: conflict,
	TooManyRequests: target('C-534', 'The target application is overloaded and refused the request.', retried),
	InternalServerError: target(
		'C-535',
		'The target application answered with an unexpected error.',
		`${retried} The next attempt comes with the next cycle, after 40 minutes.`
	),
	InsufficientRights: notAllowed,
	MethodNotAllowed: notAllowed,
	NotPermitted: notAllowed,
	Unauthorized: notAllowed,
	UnprocessableEntity: target(
		'C-537',
		'The target application answered in an unexpected way; often its configuration is the cause.',
		'Read the reason: it names what the application refused. Correct the value or the mapping.'
	),
	WebExceptionProtocolError: target(
		'C-538',
		'The connection to the target application failed with an HTTP protocol error.',
		`${retried} The next attempt comes with the next cycle, after 40 minutes.`
	),
	InvalidAnchor: target(
		'C-539',
		'The object that the service had linked no longer exists in the target application.',
		'Restore the account in the application, delete the link, or let a Full reset match the user again; Restart provisioning keeps the link (C-117).'
	),
	NotImplemented: target(
		'C-540',
		'The target application does not support the operation.',
		'Ask the vendor, or turn the action off in the mapping.'
	),
	MandatoryFieldsMissing: missing,
	MissingValues: missing,
	SchemaAttributeNotFound: target(
		'C-542',
		'A mapped target attribute does not exist in the target application.',
		'Remove the mapping, or add the attribute in the application.'
	),
	InternalError: service(
		'C-543',
		'The provisioning service had an internal fault.',
		`${retried} The next attempt comes with the next cycle, after 40 minutes.`
	),
	InvalidDomain: target(
		'C-544',
		'A value contains a domain name that the target application does not accept.',
		'Correct the domain of the value, or add the domain in the application.'
	),
	Timeout: target(
		'C-545',
		'The target application answered too slowly.',
		`${retried} The next attempt comes with the next cycle, after 40 minutes.`
	),
	LicenseLimitExceeded: target(
		'C-546',
		'No licence is free in the target application for a new user.',
		'Buy licences, or free one by removing an account in the application.'
	),
	DuplicateTargetEntries: target(
		'C-547',
		'Several objects of the target application match the one source object.',
		'Remove the duplicates in the application, or choose a matching attribute that is unique.'
	),
	DuplicateSourceEntries: target(
		'C-548',
		'Several source objects carry the same matching value.',
		'Give each source object a value of its own.'
	),
	ImportSkipped: target(
		'C-549',
		'The matching attribute has no value. Its scope was not evaluated.',
		'Fill the matching attribute in the source, or choose another one.'
	),
	EntrySynchronizationSkipped: target(
		'C-550',
		'The object was found and skipped: it is out of scope, or already equal.',
		'Nothing, if that is intended. Otherwise look at the scoping step.'
	),
	SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: target(
		'C-551',
		'The target application answered with several objects where one was expected.',
		'Let the application honour filters on the matching attribute.'
	),
	SystemForCrossDomainIdentityManagementServiceIncompatible: target(
		'C-552',
		'The answer of the target application cannot be read.',
		'Compare the answer with the SCIM standard; the request and the answer are in the request view.'
	),
	SchemaPropertyCanOnlyAcceptValue: target(
		'C-553',
		'The source has several values for a target attribute that takes one.',
		'Map one of the values, with an expression if need be.'
	),
	InvalidLookupReference: target(
		'C-554',
		'A value is missing from a reference table of the target application.',
		'Add the value to the table in the application, or correct it in the source.'
	),
	InvalidMatchingValue: service(
		'C-108',
		'The matching value has a character that a filter cannot carry.',
		'Correct the value in the source, or match by another attribute.'
	),
	AttributeValidationFailed: service(
		'C-506',
		'A mapped value is missing or invalid.',
		'Correct the value in the source, or the expression of the mapping.'
	),
	RedundantExport: target('C-504', 'Source and target already agree.', 'Nothing: this is the normal result.'),
	NotEffectivelyEntitled: target(
		'C-505',
		'The object is not assigned, is blocked or deleted in the source, or lacks the required role.',
		'Look at the scoping step: it says which. If every condition is true, remove the assignment and assign again (C-509).'
	),
	UnableToResolveReferenceAttributeValue: target(
		'C-507',
		'A manager or member is not linked, so the reference cannot be written.',
		'Bring the referenced object into scope first. Then change this object, or restart provisioning.'
	)
};

/** C-508: reasons of our own, for situations without a published name. */
const ownReasons: ErrorWords = target(
	'C-508',
	'No reason is published for this situation; the name comes from the simulator.',
	'Look at the target object actions, the scoping filter and the settings of the job.'
);

export function wordsOfCode(code: string, reason = ''): ErrorWords | null {
	const plain = code.startsWith('SystemFor') ? code : code.replace(/^.*(EntryConflict)$/, '$1');
	return errorWords[plain] ?? hrWordsOf(code, reason) ?? (code.startsWith('Sim') ? ownReasons : null);
}
