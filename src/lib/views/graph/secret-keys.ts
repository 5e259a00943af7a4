/** The keys that secrets and credentials may have. */
const keys = new Set(
	(
		'None UserName Password SecretToken AppKey BaseAddress ClientIdentifier ClientSecret SingleSignOnType Sandbox Url ' +
		'Domain ConsumerKey ConsumerSecret TokenKey TokenExpiration Oauth2AccessToken Oauth2AccessTokenCreationTime ' +
		'Oauth2RefreshToken SyncAll InstanceName Oauth2ClientId Oauth2ClientSecret CompanyId UpdateKeyOnSoftDelete ' +
		'SynchronizationSchedule SystemOfRecord SandboxName EnforceDomain SyncNotificationSettings ' +
		'SkipOutOfScopeDeletions Oauth2AuthorizationCode Oauth2RedirectUri ApplicationTemplateIdentifier ' +
		'Oauth2TokenExchangeUri Oauth2AuthorizationUri AuthenticationType Server PerformInboundEntitlementGrants ' +
		'HardDeletesEnabled SyncAgentCompatibilityKey SyncAgentADContainer ValidateDomain TestReferences ConnectionString'
	).split(' ')
);

/** Stored with the secrets, and no secret: these are shown as they are. */
export const settingKeys: ReadonlySet<string> = new Set([
	'BaseAddress',
	'SkipOutOfScopeDeletions',
	'SyncAll',
	'SyncNotificationSettings',
	'AuthenticationType',
	'Url',
	'Server',
	'Domain'
]);

export function isKnownKey(key: string): boolean {
	return keys.has(key);
}
