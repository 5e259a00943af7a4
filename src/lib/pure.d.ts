/**
 * What the pure folders may know of the platform: the few globals that Node, a page and a worker all have.
 * Only tsconfig.pure.json reads this file; there is no window, no document and no timer in it.
 */
declare class TextEncoder {
	encode(text?: string): Uint8Array;
}
declare function btoa(text: string): string;
declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean });
	decode(bytes?: Uint8Array): string;
}
declare class URLSearchParams implements Iterable<[string, string]> {
	constructor(init?: string | Record<string, string>);
	get(name: string): string | null;
	has(name: string): boolean;
	set(name: string, value: string): void;
	append(name: string, value: string): void;
	toString(): string;
	[Symbol.iterator](): Iterator<[string, string]>;
}
declare class URL {
	constructor(url: string, base?: string);
	readonly href: string;
	readonly origin: string;
	readonly host: string;
	readonly protocol: string;
	readonly pathname: string;
	readonly search: string;
	readonly searchParams: URLSearchParams;
}
declare class Headers implements Iterable<[string, string]> {
	constructor(init?: Record<string, string>);
	get(name: string): string | null;
	has(name: string): boolean;
	forEach(visit: (value: string, name: string) => void): void;
	[Symbol.iterator](): Iterator<[string, string]>;
}
declare class Request {
	constructor(url: string, init?: { method?: string; headers?: Record<string, string> | Headers; body?: string });
	readonly url: string;
	readonly method: string;
	readonly headers: Headers;
	text(): Promise<string>;
	arrayBuffer(): Promise<ArrayBuffer>;
}
declare class Response {
	constructor(body?: string | null, init?: { status?: number; headers?: Record<string, string> });
	readonly status: number;
	readonly headers: Headers;
	text(): Promise<string>;
}
declare function structuredClone<T>(value: T): T;
interface ImportMeta {
	readonly env?: { readonly DEV: boolean };
}
