/** What a trainee asks of an agent's server, as the documentation answers it; the sandbox has no server to look at. */
export const agentFacts: readonly { readonly rule: string; readonly sentence: string }[] = [
	{
		rule: 'H-270',
		sentence:
			'It opens connections outwards only: port 443, port 80 for lists of revoked certificates, and 8080 if you like, for its status every ten minutes.'
	},
	{ rule: 'H-280', sentence: 'It writes to Active Directory as the group managed service account provAgentgMSA$.' },
	{
		rule: 'H-288',
		sentence:
			'It keeps its credentials of Active Directory on its server, and never those of the administrator who set it up.'
	},
	{
		rule: 'H-289',
		sentence: 'It updates itself for HR and cloud sync; an agent for on-premises applications does not.'
	},
	{
		rule: 'H-274',
		sentence: 'One agent does not serve both: HR and cloud sync need a different one from on-premises applications.'
	},
	{ rule: 'H-273', sentence: 'It may serve several domains, if it reaches their domain controllers.' },
	{
		rule: 'H-287',
		sentence:
			'In the event log of its server, 9 is the LDAP filter that was used, 2 a request with its response, and 5 only noise from its start.'
	},
	{
		rule: 'H-290',
		sentence: 'Personal data in that log is to be deleted within 48 hours; the service keeps none beyond 30 days.'
	}
];
