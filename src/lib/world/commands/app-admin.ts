import { frozen } from '#lib/scim/frozen';
import * as z from 'zod/mini';
import { accept, approve, moveContent, pendingOf, type Resource } from '#lib/apps';
import { idOf } from '#lib/apps/identity';
import { madeBySigningIn, signInOf, signInWithClaims } from '../apps/sign-in';
import { issueToken } from '../apps/tokens';
import { readFile, verdictsOn, type FileVerdict } from '../apps/timecard-file';
import { hashText } from '../core/hash';
import { linkedAccount } from '../apps/linked';
import type { Simulation } from '../simulation';
import { keeperOf } from './apps';
import { appOf, define, nameOf, Refused, userOf } from './command';

const app = z.string().check(z.minLength(1), z.maxLength(60));
const account = z.string().check(z.minLength(1), z.maxLength(200));

function stored(sim: Simulation, key: string, id: string): Resource {
	const row = keeperOf(sim, key);
	const found = sim.apps.of(row.slot).store.get(id);
	if (!found) throw new Refused(`${row.name} has no account ${id}.`);
	return found;
}

/** Writes a record that its administrator changed. */
function keep(sim: Simulation, key: string, after: Resource, what: string, cause: number): void {
	const { slot } = appOf(sim, key);
	sim.apps.of(slot).store.put(after.id, after);
	sim.writer.tell('account.changed', 'C-036', cause, 'apps', slot, 0, what);
}

export const appAdmin = {
	'app.accept': define({
		schema: z.object({ app, account }),
		describe: (sim, args) => `Accept the invitation to ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const before = stored(sim, args.app, args.account);
			const after = accept(before, sim.ledger.clock);
			if (after === before) throw new Refused('The account has no open invitation.');
			keep(sim, args.app, after, 'invitation accepted', cause);
		}
	}),
	'app.approve': define({
		schema: z.object({ app, account, attribute: z.string().check(z.minLength(1), z.maxLength(200)) }),
		describe: (sim, { app, attribute }) => `Approve the pending ${attribute} in ${appOf(sim, app).name}`,
		apply(sim, args, cause) {
			const before = stored(sim, args.app, args.account);
			if (pendingOf(before)[args.attribute] === undefined)
				throw new Refused(`No change of ${args.attribute} is pending.`);
			keep(sim, args.app, approve(before, args.attribute, sim.ledger.clock), `${args.attribute} approved`, cause);
		}
	}),
	'app.moveContent': define({
		schema: z.object({ app, account }),
		describe: (sim, args) => `Move the content of an account in ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const before = stored(sim, args.app, args.account);
			if (before.aside?.ownsContent !== true) throw new Refused('The account owns nothing.');
			keep(sim, args.app, moveContent(before, sim.ledger.clock), 'content moved', cause);
		}
	}),
	'app.issueToken': define({
		schema: z.object({ app }),
		describe: (sim, args) => `Issue a new token of ${appOf(sim, args.app).name}`,
		apply(sim, args) {
			issueToken(sim, keeperOf(sim, args.app));
		}
	}),
	'app.supportsDisable': define({
		schema: z.object({ app, on: z.boolean() }),
		describe: (sim, { app, on }) => `${appOf(sim, app).name} ${on ? 'can' : 'cannot'} disable accounts`,
		apply(sim, { app, on }) {
			const before = appOf(sim, app);
			const settings = { ...before.settings, supportsDisable: on };
			sim.writer.put('apps', before.slot, { ...before, supportsDisable: on, settings });
		}
	}),
	'app.rejectCreates': define({
		schema: z.object({ app, upTo: z.nullable(z.int().check(z.minimum(0), z.maximum(9))) }),
		describe: (sim, { app, upTo }) =>
			upTo === null
				? `${appOf(sim, app).name} accepts creates`
				: `${appOf(sim, app).name} rejects creates for every index that ends in 0 to ${upTo}`,
		apply(sim, { app, upTo }) {
			const before = appOf(sim, app);
			const names: string[] = [];
			if (upTo !== null)
				for (const { slot, attrs } of sim.tables.users.all())
					if (slot < sim.host.tenantRow.size && slot % 10 <= upTo)
						names.push(String(attrs.userPrincipalName).toLowerCase());
			sim.writer.put('apps', before.slot, { ...before, settings: { ...before.settings, rejectCreates: names } });
		}
	}),
	'app.signIn': define({
		schema: z.object({ app, user: z.int().check(z.nonnegative()) }),
		describe: (sim, { app, user }) => `${nameOf(userOf(sim, user))} signs in to ${appOf(sim, app).name}`,
		apply(sim, args, cause) {
			const row = keeperOf(sim, args.app);
			const user = userOf(sim, args.user);
			const answer = signInOf(sim, row, args.user, linkedAccount(sim, row, args.user));
			const joins = madeBySigningIn(row) && (answer === 'ok' || answer === 'assigned, but no account in the app');
			if (!joins && answer !== 'ok') throw new Refused(answer);
			if (joins) signInWithClaims(sim, row, user);
			sim.writer.tell('account.changed', 'A-440', cause, 'apps', row.slot, 0, `${nameOf(user)} signed in`);
		}
	}),
	'app.upload': define({
		schema: z.object({ app, csv: z.string().check(z.maxLength(2_000_000)) }),
		describe: (sim, args) => `Upload a file of accounts to ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const row = appOf(sim, args.app);
			if (row.kind !== 'timecard') throw new Refused(`${row.name} does not take files.`);
			const rows = readFile(args.csv);
			if ('refused' in rows) throw new Refused(rows.refused);
			const { store } = sim.apps.of(row.slot);
			for (const verdict of verdictsOn(rows, store.all('User'))) applyRow(sim, args.app, verdict);
			sim.writer.tell('account.changed', 'A-432', cause, 'apps', row.slot, 0, 'file uploaded');
		}
	})
};

/** creates and updates; rejected and ignored rows change nothing. */
function applyRow(sim: Simulation, key: string, { result, values, account: before }: FileVerdict): void {
	if (result === 'rejected' || result === 'ignored') return;
	const { slot } = appOf(sim, key);
	const { store } = sim.apps.of(slot);
	const now = sim.ledger.clock;
	const data = frozen({ ...before?.data, ...values });
	if (before) {
		store.put(before.id, frozen({ ...before, version: before.version + 1, modified: now, data }));
		return;
	}
	const n = store.next();
	const id = idOf(hashText(key, sim.ledger.seed), n);
	store.put(id, frozen({ id, type: 'User', n, version: 1, created: now, modified: now, data }));
	store.begin();
}
