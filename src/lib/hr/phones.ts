import type { HrSystem } from './dates';
import type { Phone, Worker } from './worker';

type Values = { readonly [name: string]: unknown };

/** What writeback calls the parts of a number in each system, and the field that inbound jobs read. */
const names: Readonly<Record<HrSystem, Readonly<Record<'landline' | 'mobile', PhoneNames>>>> = {
	workday: {
		landline: {
			number: 'landlineNumber',
			extension: 'landlineExtension',
			primary: 'landlinePrimary',
			field: 'PrimaryWorkTelephone'
		},
		mobile: { number: 'mobileNumber', extension: null, primary: 'mobilePrimary', field: 'Mobile' }
	},
	successfactors: {
		landline: {
			number: 'businessPhoneNumber',
			extension: null,
			primary: 'businessPhoneIsPrimary',
			field: 'PerPhone.businessPhone'
		},
		mobile: { number: 'cellPhoneNumber', extension: null, primary: 'cellPhoneIsPrimary', field: 'PerPhone.cellPhone' }
	}
};

interface PhoneNames {
	readonly number: string;
	readonly extension: string | null;
	readonly primary: string;
	readonly field: string;
}

function last(phones: readonly Phone[]): Phone | null {
	return phones[phones.length - 1] ?? null;
}

/** The numbers as writeback reads them, under the names of the system. */
export function phoneFields({ landlines, mobiles }: Worker, system: HrSystem): Record<string, string | null> {
	const { landline, mobile } = names[system];
	const fields: Record<string, string | null> = {};
	for (const [own, phones] of [
		[landline, landlines],
		[mobile, mobiles]
	] as const) {
		const phone = last(phones);
		fields[own.number] = phone?.number ?? null;
		if (own.extension) fields[own.extension] = phone?.extension ?? null;
		fields[own.primary] = phone ? String(phone.primary) : null;
	}
	return fields;
}

/** H-352: a primary number takes the place of the primary one, a secondary number is one more. */
function written(phones: readonly Phone[], own: PhoneNames, values: Values): readonly Phone[] | null {
	const parts = [own.number, own.extension ?? '', own.primary];
	if (!parts.some((name) => values[name] !== undefined)) return null;
	const before = last(phones);
	const given = (name: string | null) => (name !== null && values[name] !== undefined ? String(values[name]) : null);
	const number = given(own.number);
	const phone: Phone = {
		number: number ?? before?.number ?? '',
		// A number comes with its extension or without one.
		extension: given(own.extension) ?? (number === null ? (before?.extension ?? null) : null),
		primary:
			given(own.primary)?.toLowerCase() === 'true' || (values[own.primary] === undefined && (before?.primary ?? true))
	};
	if (!phone.primary) return [...phones, phone];
	return [...phones.filter(({ primary }) => !primary), phone];
}

/** The worker with the numbers that were written back. */
export function withPhones(worker: Worker, values: Values, system: HrSystem): Worker {
	const { landline, mobile } = names[system];
	const landlines = written(worker.landlines, landline, values);
	const mobiles = written(worker.mobiles, mobile, values);
	const fields = { ...worker.fields };
	if (landlines && last(landlines)!.primary) fields[landline.field] = text(last(landlines)!);
	if (mobiles && last(mobiles)!.primary) fields[mobile.field] = text(last(mobiles)!);
	return { ...worker, fields, landlines: landlines ?? worker.landlines, mobiles: mobiles ?? worker.mobiles };
}

function text({ number, extension }: Phone): string {
	return extension ? `${number} x${extension}` : number;
}
