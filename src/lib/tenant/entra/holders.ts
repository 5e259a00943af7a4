import { INITIAL_DOMAIN } from '#lib/content/company/tenant';
import { NumbersByText } from '../names/numbers-by-text';

/** Every address begins with SMTP: or smtp:, which does not count. */
const FROM = 5;
const routing = `@${INITIAL_DOMAIN}`;

/**
 * Who holds which address. Nearly everybody has two: the mail address, and the alias on the initial domain. Both are
 * asked for by the texts that a user has anyway: to put the addresses together only to compare them is felt.
 */
export class AddressHolders {
	/** By address; one on the initial domain by what stands before it, which has no at sign. */
	readonly #holders = new NumbersByText();

	/** Who holds it: whoever asked first. */
	holder(address: string, asking: number): number {
		return this.ofMail(address.slice(FROM), asking);
	}

	/** The same of the address without its kind. */
	ofMail(mail: string, asking: number): number {
		return this.ofAlias(mail.endsWith(routing) ? mail.slice(0, -routing.length) : mail, asking);
	}

	/** The same of an alias on the initial domain. */
	ofAlias(alias: string, asking: number): number {
		const place = this.#holders.place(alias);
		const holder = this.#holders.at(place);
		if (holder > 0) return holder - 1;
		this.#holders.set(place, asking + 1);
		return asking;
	}
}
