import * as z from 'zod/mini';
import { nextBatch } from '../ad/feed';
import { setTimer } from '../directory/change';
import { fits } from './ad';
import { define, Refused } from './command';

const text = z.string().check(z.maxLength(400));
const record = z.catchall(
	z.object({ employeeID: z.string().check(z.minLength(1), z.maxLength(16)) }),
	z.union([text, z.boolean(), z.null()])
);

export const adFeed = {
	/** H-431: what on-premises human resources hands in is written with its next batch. */
	'ad.feed': define({
		schema: z.object({ records: z.array(record).check(z.minLength(1), z.maxLength(500)) }),
		describe: (_sim, { records }) =>
			`Hand ${records.length === 1 ? 'a record' : `${records.length} records`} to on-premises human resources`,
		apply(sim, { records }, cause) {
			if (!sim.host.tenantRow.ad) throw new Refused('There is no Active Directory in this company.');
			const ids = records.map(({ employeeID }) => employeeID.toLowerCase());
			const twice = ids.find((id, n) => ids.indexOf(id) !== n);
			if (twice !== undefined) throw new Refused(`The employee ID ${twice} is in two records.`);
			for (const one of records) for (const [attribute, value] of Object.entries(one)) fits(sim, attribute, value);
			const { clock, facts } = sim.ledger;
			setTimer(sim, 'ad.feed', facts.fact(cause).subject.slot, nextBatch(clock) - clock, cause);
		}
	})
};
