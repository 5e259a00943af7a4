/** MSW keeps a cookie jar that no simulated application needs: an empty one saves 122 kB in the worker. */
export class MemoryCookieStore {}
export class CookieJar {
	getCookiesSync() {
		return [];
	}
	setCookieSync() {}
}
export class Cookie {
	static parse() {
		return undefined;
	}
}
/** The worker asks for no cookies either: MSW would read them from a header that no request has. */
export const parseCookie = () => ({});
