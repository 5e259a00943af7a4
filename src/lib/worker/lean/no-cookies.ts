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
