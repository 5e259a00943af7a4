export const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const message = (name: string) => `urn:ietf:params:scim:api:messages:2.0:${name}`;

export const MESSAGE = {
	list: message('ListResponse'),
	search: message('SearchRequest'),
	patch: message('PatchOp'),
	bulk: message('BulkRequest'),
	bulkAnswer: message('BulkResponse'),
	error: message('Error')
};
