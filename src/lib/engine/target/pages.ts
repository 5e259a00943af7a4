import * as client from '#lib/scim/client';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Slot } from '../base';
import { pageSize } from '../discovery/records';
import type { ConfigRow } from '../job/records';
import type { TargetObject } from './target';

/** A page of all accounts; `first` is missing where the application does not say which page it shows. */
export interface TargetPage {
	readonly total: number;
	readonly first: number | undefined;
	readonly accounts: readonly TargetObject[];
}

/** All accounts of a target, page by page (RFC 7644 §3.4.2.4). */
export interface Pages {
	ask(startIndex: number): ScimRequest;
	/** null: not a list. */
	read(response: ScimResponse): TargetPage | null;
}

export function scimPages(config: ConfigRow, app: Slot): Pages {
	const connection: client.Connection = {
		token: config.secrets.SecretToken ?? '',
		dialect: config.dialect === 'legacy' ? 'legacy' : 'compliant',
		app
	};
	return {
		ask: (startIndex) => client.page(connection, 'User', startIndex, pageSize),
		read(response) {
			const answer = client.listOf(response);
			if (!answer.ok) return null;
			const accounts = answer.resources.map((resource) => ({
				id: resource.id as string,
				get: (path: string) => client.valueAt(resource, path)
			}));
			return { total: answer.total, first: answer.first, accounts };
		}
	};
}
