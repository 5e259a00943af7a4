import type { UserRow } from '#lib/engine/source';
import { isFailure } from '#lib/engine/steps/mapped';
import { drafted } from '#lib/world/ad/change';
import { containerOf } from '#lib/world/inbound/container';
import { mappingOf } from '#lib/world/run/units';
import type { Records } from '../expressions/records';
import { condition, type Condition } from './conditions';

/**
 * Whether Active Directory would take the account that the mappings make of the record as it stands (H-106, H-200 to
 * H-207): without this the next cycle would be promised to somebody whom it fails every time.
 */
export function newAccountConditions(records: Records, row: UserRow, who: string): Condition[] {
	const { world, app, job, mapping, template } = records;
	if (template?.target !== 'ad' || !mapping?.create || world.sim.host.link(job!.slot, 'user', row.slot)) return [];
	const compiled = mappingOf(world.sim.host, app!.slot, mapping, 'User');
	const record = records.record(row) as UserRow['attrs'];
	const [match] = compiled.matchingValues(record);
	const isThere =
		match?.path === 'employeeID' && world.tables.adByEmployeeId.count((match.value ?? '').toLowerCase()) > 0;
	if (isThere) return [];
	const values = compiled.createValues(record);
	const refusal = isFailure(values)
		? { code: values.code, detail: values.reason }
		: drafted(world.sim, {
				parentDistinguishedName: containerOf(app!),
				...Object.fromEntries(values.map(({ path, value }) => [path, value]))
			}).refusal;
	return [
		condition(
			'account',
			'H-200',
			refusal === null,
			`Active Directory would take the account of ${who}.`,
			`Active Directory would not take the account of ${who}: ${ended(refusal?.detail ?? '')}`,
			refusal?.code ?? null
		)
	];
}

const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);
