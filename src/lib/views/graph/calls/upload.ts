import type { Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import { flatRecord, WrongShape, type FlatRecord } from '#lib/hr/scim-record';
import { refusalTexts, statusOf } from '#lib/hr/upload';
import { GraphError, noContent, type GraphAnswer } from '../answer';
import { bodyObject, jobOfPath, type Call } from '../call';

const bulkRequest = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const userSchemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
const codes: Readonly<Record<number, string>> = { 400: 'BadRequest', 429: 'TooManyRequests' };

function refused(status: number): GraphError {
	return new GraphError(status, codes[status]!, refusalTexts[status]!);
}

function readRecord(data: Json | undefined, place: number): FlatRecord {
	try {
		return flatRecord(data);
	} catch (error) {
		if (!(error instanceof WrongShape)) throw error;
		throw new GraphError(400, 'BadRequest', `${error.message} It is in operation ${place + 1}.`);
	}
}

/** The records of a bulk request: what each operation carries, in the names that the mappings read. */
function recordsOf(body: { readonly [name: string]: Json }): FlatRecord[] {
	const { schemas, Operations } = body;
	if (!Array.isArray(schemas) || !schemas.includes(bulkRequest) || !Array.isArray(Operations)) throw refused(400);
	return (Operations as readonly Json[]).map((one, place) => {
		const { method, data } = (one ?? {}) as { readonly [name: string]: Json };
		// H-403: the service decides by matching what becomes of a record, so each is sent alike.
		if (method !== 'POST')
			throw new GraphError(400, 'BadRequest', `Operation ${place + 1}: only POST is supported, not ${String(method)}.`);
		return readRecord(data, place);
	});
}

/** 429 is known only when the call was counted (H-406). S-167: what becomes of the users is asked of the log. */
function counted({ tables }: World, log: string): GraphAnswer {
	const call = tables.uploadCalls.get(tables.uploadCalls.next - 1)!;
	if (call.accepted === 0) throw refused(429);
	return { status: 202, headers: { Location: log } };
}

const sample = (): Json => ({
	schemas: [bulkRequest],
	Operations: [
		{
			method: 'POST',
			bulkId: '1',
			path: '/Users',
			data: {
				schemas: userSchemas,
				externalId: '9000001',
				displayName: 'Nora Lindqvist',
				givenName: 'Nora',
				surname: 'Lindqvist',
				userPrincipalName: 'nora.lindqvist@contoso.com',
				mailNickname: 'nora.lindqvist',
				department: 'Sales',
				active: true
			}
		}
	],
	failOnErrors: null
});

/** The endpoint of API-driven provisioning; another method is answered with 405 (H-403). */
export const upload: readonly Call[] = [
	{
		method: 'POST',
		path: '/servicePrincipals/{sp}/synchronization/jobs/{job}/bulkUpload',
		title: 'Upload users',
		only: ({ listens }) => listens === true,
		sample,
		run(asked) {
			const { app, job } = jobOfPath(asked);
			if (!job.listens)
				throw new GraphError(400, 'BadRequest', `${app.name} is not an API-driven job: it has no upload endpoint.`);
			const records = recordsOf(bodyObject(asked));
			const call = { contentType: 'application/scim+json', token: 'valid', permission: true } as const;
			const status = statusOf({ ...call, records: records.length });
			if (status !== 202) throw refused(status);
			const log = `${asked.base}/${asked.version}/auditLogs/provisioning/?$filter=jobid%20eq%20'${job.id}'`;
			return {
				...noContent({ verb: 'api.post', args: { ...call, app: app.key, records: records as never } }),
				status: 202,
				finish: (world) => counted(world, log)
			};
		}
	}
];
