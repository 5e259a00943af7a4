const TABLE = new Map<string, string>();
const letters = (text: string, plain: string) => {
	for (const letter of text) TABLE.set(letter, plain);
};

letters('äàâãåáąăā', 'a');
letters('ÄÀÂÃÅÁĄĂĀ', 'A');
letters('æ', 'ae');
letters('Æ', 'AE');
letters('çčć', 'c');
letters('ÇČĆ', 'C');
letters('ď', 'd');
letters('Ď', 'D');
letters('ëèéêęěėē', 'e');
letters('ËÈÉÊĘĚĖĒ', 'E');
letters('ğ', 'g');
letters('Ğ', 'G');
letters('ïîìíıī', 'i');
letters('ÏÎÌÍİĪ', 'I');
letters('ľł', 'l');
letters('ŁĽ', 'L');
letters('ñńň', 'n');
letters('ÑŃŇ', 'N');
letters('öòőõôóō', 'o');
letters('ÖÒŐÕÔÓŌ', 'O');
letters('øœ', 'oe');
letters('ØŒ', 'OE');
letters('ř', 'r');
letters('Ř', 'R');
letters('ß', 'ss');
letters('šśșş', 's');
letters('ŠŚȘŞ', 'S');
letters('ťț', 't');
letters('ŤȚ', 'T');
letters('üùûúůűū', 'u');
letters('ÜÙÛÚŮŰŪ', 'U');
letters('ÿýȳ', 'y');
letters('ŸÝȲ', 'Y');
letters('źžż', 'z');
letters('ŹŽŻ', 'Z');

// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;

/** The service's table of diacritics (H-218): what it does not list, Cyrillic and đ among it, stays as it is. */
export function withoutDiacritics(text: string): string {
	if (ASCII.test(text)) return text;
	let plain = '';
	for (const letter of text.normalize('NFC')) plain += TABLE.get(letter) ?? letter;
	return plain;
}
