/** Documents of the shapes that real exports have, with data of our own. */
const attribute = (name: string) => ({ type: 'Attribute', name, expression: `[${name}]`, parameters: [] });
const row = (targetAttributeName: string, source: object | null, more: object = {}) => ({
	defaultValue: null,
	exportMissingReferences: false,
	flowBehavior: 'FlowWhenChanged',
	flowType: 'Always',
	matchingPriority: 0,
	source,
	targetAttributeName,
	...more
});
const define = (name: string, type = 'String', more: object = {}) => ({
	anchor: false,
	caseExact: false,
	defaultValue: null,
	metadata: [],
	multivalued: false,
	mutability: 'ReadWrite',
	name,
	referencedObjects: [],
	required: false,
	type,
	...more
});
const anchor = { anchor: true };
const pair = (key: string, value: string) => ({ key, value });

/** One mapping out of a schema, as a reference page shows it. */
export const objectMappingAlone = {
	attributeMappings: [
		row('Username', attribute('userPrincipalName'), { matchingPriority: 1 }),
		row('IsActive', {
			expression: 'Not([IsSoftDeleted])',
			name: 'Not',
			parameters: [{ key: 'source', value: attribute('IsSoftDeleted') }],
			type: 'Function'
		}),
		row('Locale', {
			expression: 'Replace([preferredLanguage], "-", , , "_", , )',
			name: 'Replace',
			parameters: [
				{ key: 'source', value: attribute('preferredLanguage') },
				{ key: 'Find', value: { expression: '"-"', name: '-', parameters: [], type: 'Constant' } },
				{ key: 'Replacement', value: { expression: '"_"', name: '_', parameters: [], type: 'Constant' } }
			],
			type: 'Function'
		}),
		row('TimeZone', null, { defaultValue: 'Europe/Madrid' })
	],
	enabled: true,
	flowTypes: 'Add, Update, Delete',
	metadata: [pair('Disposition', '"Normal"'), pair('IsCustomerDefined', 'false')],
	name: 'Synchronize users to Tailwind CRM',
	scope: null,
	sourceObjectName: 'User',
	targetObjectName: 'User'
};

/** Shortened by whoever printed it: a metadata value is no JSON any more (J-003). */
export const cutShort = {
	id: 'tailwind.00000000000000000000000000000000',
	version: '6.0',
	synchronizationRules: [
		{
			editable: true,
			id: '7d0d9c50-5a55-4ff2-a6a8-1a77ad05df04',
			name: 'USERGROUP_OUTBOUND_USERGROUP',
			priority: 1,
			sourceDirectoryName: 'Azure Active Directory',
			targetDirectoryName: 'tailwind',
			metadata: [pair('defaultSourceObjectMappings', '[{"AttributeMappings":[{"DefaultValue":"False",...}}]]')],
			objectMappings: [
				{
					enabled: true,
					flowTypes: 'Add,Update,Delete',
					name: 'Provision Groups',
					scope: null,
					sourceObjectName: 'Group',
					targetObjectName: 'urn:ietf:params:scim:schemas:core:2.0:Group',
					attributeMappings: [row('members', attribute('members'))],
					metadata: [pair('OriginalJoiningProperty', 'displayName')]
				}
			]
		}
	]
};

/** Written by hand: hardly a member, one that does not exist, words in small letters (J-027). */
export const byHand = {
	synchronizationRules: [
		{
			name: 'USER_OUTBOUND',
			sourceDirectoryName: 'Azure Active Directory',
			targetDirectoryName: 'Tailwind',
			objectMappings: [
				{
					sourceObjectName: 'User',
					targetObjectName: 'User',
					enabled: true,
					scope: { filterGroups: [] },
					attributeMappings: [
						{ source: { name: 'mail', type: 'attribute' }, targetAttributeName: 'primaryEmail' },
						{ source: { expression: '"/staff"', type: 'constant' }, targetAttributeName: 'orgUnitPath' },
						{ source: { expression: null, name: '%DomainFQDN%', type: 'Constant' }, targetAttributeName: 'domain' }
					]
				},
				{ sourceObjectName: 'Group', targetObjectName: 'Group', enabled: false, attributeMappings: [] }
			]
		}
	]
};

/** Two directories with two anchors each, a filter that is applied while reading, annotations, an unknown member. */
export const cloudSync = {
	'@odata.context': '$metadata#schema',
	id: 'AD2AADProvisioning.5c0f',
	provisioningTaskIdentifier: 'AD2AADProvisioning.5c0f',
	version: 'Date:2026-03-02T08:00:00.0000000Z, ActivityId:0b1d6c52-7f2e-4a51-9d38-5a6c1e4f2b90',
	synchronizationRules: [
		{
			editable: true,
			id: '2f8bd2a8-1c4f-4d26-88fd-0f4d6f9be6c1',
			name: 'AD2AADProvisioning',
			priority: 1,
			sourceDirectoryName: 'Active Directory',
			targetDirectoryName: 'Azure Active Directory',
			containerFilter: { includedContainers: ['OU=Cloud,DC=contoso,DC=com'] },
			groupFilter: null,
			metadata: [pair('defaultSourceObjectMappings', '[{"FlowTypes":7}]')],
			objectMappings: [
				{
					enabled: true,
					flowTypes: 'Add, Update, Delete',
					name: 'Synchronize Active Directory users',
					sourceObjectName: 'user',
					targetObjectName: 'User',
					scope: {
						categoryFilterGroups: [],
						groups: [],
						inputFilterGroups: [
							{
								name: 'Exclusions',
								clauses: [
									{ operatorName: 'IS NOT NULL', sourceOperandName: 'sAMAccountName', targetOperand: null },
									{ operatorName: '!&', sourceOperandName: 'recipientType', targetOperand: { values: ['566259712'] } }
								]
							}
						]
					},
					attributeMappings: [
						row('OnPremisesObjectIdentifier', attribute('objectGUID'), { matchingPriority: 1 }),
						row('City', { type: 'Function', name: 'Guess', expression: 'Guess([l])', parameters: [] }),
						row('DisplayName', attribute('displayName'), { somethingNew: { deep: [1, null, 'two'] } })
					],
					metadata: [pair('EscrowBehavior', '"IgnoreLookupReferenceResolutionFailure"')]
				},
				{ enabled: false, flowTypes: '', name: null, scope: null, sourceObjectName: '', targetObjectName: 'Other' }
			]
		}
	],
	'directories@odata.context': '$metadata#directories',
	directories: [
		{
			id: '1',
			name: 'Active Directory',
			objects: [
				{
					name: 'user',
					attributes: [
						define('objectGUID', 'String', anchor),
						define('sAMAccountName', 'String', anchor),
						...['displayName', 'l', 'recipientType'].map((name) => define(name))
					]
				}
			]
		},
		{
			id: '2',
			name: 'Azure Active Directory',
			objects: [
				{
					name: 'User',
					attributes: [
						define('OnPremisesObjectIdentifier', 'String', anchor),
						define('DisplayName', 'String', anchor),
						define('City', 'String', { flowNullValues: true })
					]
				}
			]
		}
	]
};

/** A rule for people, and one that brings the application's roles back. */
export const twoRules = {
	version: 'v1.2',
	synchronizationRules: [
		{
			editable: false,
			id: 'second',
			name: 'PROFILE_INBOUND_APPROLE',
			priority: 2,
			sourceDirectoryName: 'tailwind.example',
			targetDirectoryName: 'Microsoft Entra ID',
			objectMappings: [{ ...objectMappingAlone, enabled: false }]
		},
		{
			editable: true,
			id: 'first',
			name: 'USER_OUTBOUND_USER',
			priority: 1,
			sourceDirectoryName: 'Microsoft Entra ID',
			targetDirectoryName: 'tailwind.example',
			objectMappings: [
				objectMappingAlone,
				{ ...objectMappingAlone, sourceObjectName: '', targetObjectName: 'Role', enabled: false }
			]
		}
	],
	directories: [
		{
			name: 'Microsoft Entra ID',
			objects: [
				{
					name: 'User',
					attributes: [
						define('objectId', 'String', anchor),
						define('userPrincipalName'),
						define('IsSoftDeleted', 'Boolean'),
						define('preferredLanguage')
					]
				}
			]
		},
		{
			name: 'tailwind.example',
			objects: [
				{
					name: 'User',
					attributes: [
						define('Id', 'String', anchor),
						...['Username', 'IsActive', 'Locale', 'TimeZone'].map((name) => define(name))
					]
				}
			]
		}
	]
};

export const documents = { objectMappingAlone, cutShort, byHand, cloudSync, twoRules };
