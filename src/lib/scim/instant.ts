const shape = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i;

/** The instant that an xsd:dateTime names, in milliseconds, or undefined; without an offset it is read as UTC. */
export function instant(text: string): number | undefined {
	const m = shape.exec(text);
	if (!m) return undefined;
	const [year, month, day, hour, minute, second] = m.slice(1, 7).map(Number) as [
		number,
		number,
		number,
		number,
		number,
		number
	];
	if (month < 1 || month > 12 || hour > 24 || minute > 59 || second > 60) return undefined;
	const at = Date.UTC(year, month - 1, day, hour, minute, second, Math.floor(Number(m[7] ?? 0) * 1000));
	if (Number.isNaN(at) || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
	const zone = m[8];
	if (!zone || zone === 'Z' || zone === 'z') return at;
	const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
	return at - (zone[0] === '-' ? -minutes : minutes) * 60_000;
}
