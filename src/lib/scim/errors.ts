import { MESSAGE } from './urns';
import type { JsonObject } from './types';

/** The ten keywords of RFC 7644 §3.12, Table 9 (S-212). */
export type ScimType =
	| 'invalidFilter'
	| 'tooMany'
	| 'uniqueness'
	| 'mutability'
	| 'invalidSyntax'
	| 'invalidPath'
	| 'noTarget'
	| 'invalidValue'
	| 'invalidVers'
	| 'sensitive';

/** What a vendor says beyond SCIM: its own code and the refused attribute, in a header beside the error. */
export interface VendorError {
	readonly code?: string;
	readonly attribute?: string;
	readonly value?: string;
}

export class ScimError extends Error {
	constructor(
		readonly status: number,
		readonly scimType: ScimType | undefined,
		detail: string,
		readonly vendor?: VendorError,
		readonly extra: Readonly<Record<string, string>> = {}
	) {
		super(detail);
	}

	headers(): Record<string, string> {
		return { ...this.extra, ...(this.vendor && { [VENDOR_ERROR]: asHeader(this.vendor) }) };
	}

	/** S-208: `status` is a text, scimType and detail are optional. */
	body(): JsonObject {
		return {
			schemas: [MESSAGE.error],
			status: String(this.status),
			...(this.scimType && { scimType: this.scimType }),
			detail: this.message
		};
	}
}

/** The header that carries a `VendorError`: an error body has no members but those of S-208. */
const VENDOR_ERROR = 'x-provlab-error';

/** A header holds ASCII; JSON can say the rest with escapes. */
const asHeader = (vendor: VendorError) =>
	JSON.stringify(vendor).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What the vendor said of a refusal. */
export const vendorErrorOf = ({ headers }: { readonly headers: Readonly<Record<string, string>> }): VendorError =>
	JSON.parse(headers[VENDOR_ERROR] ?? '{}') as VendorError;

/** An error with the status that its keyword asks for (S-212 to S-215). */
export const refusal = (scimType: ScimType, detail: string, vendor?: VendorError) =>
	new ScimError(scimType === 'uniqueness' ? 409 : 400, scimType, detail, vendor);

/** S-145: the log has a code of its own for an attribute that the application does not have. */
export const unknownAttribute = (scimType: ScimType, attribute: string, detail = `${attribute} is not an attribute`) =>
	refusal(scimType, detail, { code: 'SchemaAttributeNotFound', attribute });

export const notFound = (what: string) => new ScimError(404, undefined, `Resource ${what} not found`);
