/** The pages of earlier years that the simulation began with. */
const seeds = {
	'2016-02': 'FAQ about SaaS provisioning (February 2016)',
	'2017-07': 'managing provisioning in the portal (July 2017)',
	'2017-07 config': 'provisioning of gallery applications (July 2017)',
	'2019-10': 'deployment plan (October 2019)',
	'2024-11': 'managing provisioning in the admin center (November 2024)'
} as const;

/** What the specification calls a page in few letters, and the name by which everybody finds it. */
const pages: { readonly [key: string]: string } = {
	ACC: 'insufficient-access-rights-error-troubleshooting',
	'AG-ERR': 'cloud-sync/reference-error-codes',
	'AG-FAQ': 'cloud-sync/reference-cloud-sync-faq',
	'AG-PRE': 'cloud-sync/how-to-prerequisites',
	'AG-TRB': 'cloud-sync/how-to-troubleshoot',
	'API-CFG': 'inbound-provisioning-api-configure-app',
	'API-CON': 'inbound-provisioning-api-concepts',
	'API-FAQ': 'inbound-provisioning-api-faqs',
	'API-ISS': 'inbound-provisioning-api-issues',
	'CN-DES': 'connect/plan-connect-design-concepts',
	'CN-ERR': 'connect/tshoot-connect-sync-errors',
	'CN-EXI': 'connect/how-to-connect-install-existing-tenant',
	'CN-SCH': 'connect/how-to-connect-sync-feature-scheduler',
	'CN-USR': 'connect/concept-azure-ad-connect-sync-user-and-contacts',
	CUST: 'customize-application-attributes',
	FUN: 'functions-for-customizing-application-data',
	GRAPH: 'the object mapping that the synchronization API prints',
	HOW: 'how-provisioning-works',
	'HR-ATTR': 'hr-attribute-retrieval-issues',
	'HR-MGR': 'hr-manager-update-issues',
	'HR-UPD': 'hr-user-update-issues',
	'HR-WB': 'hr-writeback-issues',
	'HR-WHAT': 'what-is-hr-driven-provisioning',
	KNOWN: 'known-issues',
	LCW: 'how-to-lifecycle-workflow-sync-attributes',
	LOGS: 'howto-analyze-provisioning-logs',
	NOUSER: 'application-provisioning-config-problem-no-users-provisioned',
	ONP: 'on-premises-application-provisioning-architecture',
	'PLAN-AUTO': 'plan-auto-user-provisioning',
	'PLAN-HR': 'plan-cloud-hr-provision',
	POD: 'provision-on-demand',
	QUA: 'application-provisioning-quarantine-status',
	S0: seeds['2017-07'],
	S1: seeds['2024-11'],
	S2: seeds['2017-07 config'],
	S3: seeds['2016-02'],
	S4: seeds['2019-10'],
	SCIM: 'use-scim-to-provision-users-and-groups',
	SCIMC: 'application-provisioning-config-problem-scim-compatibility',
	SCOPE: 'define-conditional-rules-for-provisioning-user-accounts',
	'SF-ATT': 'sap-successfactors-attribute-reference',
	'SF-EXP': 'successfactors-expression-mapping-functions-guide',
	'SF-IN': 'sap-successfactors-inbound-provisioning-tutorial',
	'SF-REF': 'sap-successfactors-integration-reference',
	'SF-WB': 'sap-successfactors-writeback-tutorial',
	SKIP: 'skip-out-of-scope-deletions',
	TUT: 'provisioning tutorial of the application',
	'WD-ATT': 'workday-attribute-reference',
	'WD-CO': 'workday-inbound-cloud-only-tutorial',
	'WD-EXP': 'workday-expression-mapping-functions-guide',
	'WD-IN': 'workday-inbound-tutorial',
	'WD-LA': 'configure-workday-termination-lookahead',
	'WD-REF': 'workday-integration-reference',
	'WD-WB': 'workday-writeback-tutorial',
	WHEN: 'application-provisioning-when-will-provisioning-finish-specific-user'
};

/** Other short names of sources, wherever they stand. */
const elsewhere: { readonly [key: string]: string } = {
	bulkUpload: 'synchronization-synchronizationjob-post-bulkupload',
	'clear-null': 'clear-attribute-values',
	compat: 'application-provisioning-config-problem-scim-compatibility',
	'gallery-fix': 'troubleshoot-user-provisioning-validation',
	'gallery-req': 'app-gallery-user-provisioning-requirements',
	'how-works': 'how-provisioning-works',
	'inb-concepts': 'inbound-provisioning-api-concepts',
	'inb-faq': 'inbound-provisioning-api-faqs',
	'inb-issues': 'inbound-provisioning-api-issues',
	'old-doc': 'earlier wording of use-scim-to-provision-users-and-groups',
	refcode: 'AzureAD/SCIMReferenceCode',
	'skip-oos': 'skip-out-of-scope-deletions',
	'use-scim': 'use-scim-to-provision-users-and-groups'
};

/** Short names that are also words: they mean a source where nothing stands beside them. */
const alone: { readonly [key: string]: string } = {
	accidental: 'accidental-deletions',
	agent: 'AzureAD/SCIMReferenceCode: scim-onboarding.agent',
	customize: 'customize-application-attributes',
	logs: 'howto-analyze-provisioning-logs',
	'on-demand': 'provision-on-demand',
	quarantine: 'application-provisioning-quarantine-status',
	tests: 'AzureAD/SCIMReferenceCode: SCIM-Validation-Test-Overview',
	timing: 'application-provisioning-when-will-provisioning-finish-specific-user',
	vendor: "the vendor's documentation",
	wif: 'AzureAD/SCIMReferenceCode: Workload-Identity-Federation-for-SCIM-Provisioning'
};

/** "WD-IN, SKIP" as somebody can look it up. Other words stay as they are. */
export function pagesOf(source: string): string {
	return source
		.split(/([,;] )/)
		.map((part) => alone[part] ?? named(part))
		.join('');
}

function named(part: string): string {
	return part
		.replace(/^seed (\S+(?: config)?)$/, (whole, when: string) => (seeds as typeof pages)[when] ?? whole)
		.replace(/(?<![\w-])[A-Z]+\d?(?:-[A-Z]+)*(?![\w-])/g, (key) => pages[key] ?? key)
		.replace(/(?<![\w-])[a-z]+(?:-[a-z]+)*(?![\w-])/g, (key) => elsewhere[key] ?? key)
		.replace(/(?<!RFC )\b764[34](?= §)/g, 'RFC $&')
		.replace(/^(?:sim|C)(?![\w-])|(?<=:) sim$/g, (own) => own.replace(/\S+/, 'our own choice'))
		.replace(/ (?:sim|C)$/, ': our own choice');
}
