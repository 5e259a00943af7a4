import type { ErrorWords } from './errors';

const words = (rule: string, text: string, recommendation: string): ErrorWords => ({
	rule,
	text,
	recommendation,
	category: 'nonServiceFailure'
});

const later = 'It is tried again in the next cycle.';

/** What Active Directory means where the service only says that its answer was bad: by the beginning of the message. */
const badResponses: readonly (readonly [RegExp, ErrorWords])[] = [
	[
		/InvalidAttributeSyntax/,
		words(
			'H-106',
			'An empty text was sent to Active Directory: there, an attribute is either absent or has text.',
			`Wrap the mapping in IgnoreFlowIfNullOrEmpty, or replace the empty text with Switch. ${later}`
		)
	],
	[
		/No superior reference/,
		words(
			'H-207',
			'The unit of parentDistinguishedName, or the container of the connection, does not exist.',
			`Create the unit in Active Directory, or correct the mapping of parentDistinguishedName. ${later}`
		)
	],
	[
		/ObjectClassViolation/,
		words(
			'H-200',
			'A new account needs a name, a first and a last name and a user principal name, and one of them has no value.',
			`Fill the field in human resources, or give the mapping a default value. ${later}`
		)
	],
	[
		/no account name/,
		words(
			'H-204',
			'The account name has a character that is not allowed, or ends with a dot.',
			`Remove such characters in the mapping of sAMAccountName, as the shipped expression does. ${later}`
		)
	],
	[
		/UPN cannot have/,
		words(
			'H-201',
			'The user principal name has a character that is not allowed, such as an accented letter.',
			`Use NormalizeDiacritics and StripSpaces in the mapping of userPrincipalName. ${later}`
		)
	],
	[
		/./,
		words(
			'H-202',
			'A value is longer than the schema of Active Directory allows; the message ends with the name of the attribute.',
			`Shorten the value in human resources, or take its beginning with Mid in the mapping. ${later}`
		)
	]
];

const noAgent = words(
	'H-276',
	'No active agent is connected to Active Directory.',
	'Start an agent, or install one; then restart provisioning.'
);

/** The codes of jobs from and to human resources. */
export const hrErrorWords: { readonly [code: string]: ErrorWords } = {
	EntryAlreadyExists: words(
		'H-205',
		'Another object has this name: a name is unique in its unit, account name and user principal name in the domain.',
		`Change the mapping of the name, for example with SelectUniqueValue, or the other object. ${later}`
	),
	HybridSynchronizationActiveDirectoryInsufficientAccessRights: words(
		'H-281',
		'The account of the agent may not write this object: it is in a protected group, or its unit does not inherit permissions.',
		`Remove the account from the protected groups, or leave the worker out with a scoping filter. A right on the object itself is taken back within the hour. ${later}`
	),
	HybridSynchronizationActiveDirectoryCannotFindAttribute: words(
		'H-110',
		'The attribute is newer than the schema that the agent read when it started.',
		'Stop the agent and start it again.'
	),
	HybridSynchronizationActiveDirectoryInvalidParameter: words(
		'H-206',
		'A Boolean attribute of Active Directory was given a text other than TRUE or FALSE.',
		`Write TRUE and FALSE in upper case in the mapping. ${later}`
	),
	EndpointUnavailable: words(
		'H-068',
		'The agent could not read Active Directory while the rules were evaluated.',
		`Look at the agents. ${later}`
	),
	HybridIdentityServiceNoActiveAgents: noAgent,
	HybridIdentityServiceNoAgentsAssigned: { ...noAgent, rule: 'H-277' },
	HybridIdentityServiceInvalidResource: words(
		'H-279',
		'The agent is not registered with the domain.',
		'Register the agent again, then restart provisioning.'
	),
	HybridIdentityServiceAgentSignalingError: words(
		'H-278',
		'The agent is running but does not answer.',
		'Stop the agent and start it again, then restart provisioning.'
	),
	AzureActiveDirectoryInvalidUserPrincipalName: words(
		'H-201',
		'The user principal name has a character that is not allowed, or a domain that this tenant does not have.',
		'Correct the name in the source, or the mapping of userPrincipalName.'
	)
};

/** The words for a code, where the message tells causes apart. */
export function hrWordsOf(code: string, reason: string): ErrorWords | null {
	if (code === 'SystemForCrossDomainIdentityManagementBadResponse')
		return badResponses.find(([pattern]) => pattern.test(reason || '-'))![1];
	return hrErrorWords[code] ?? null;
}
