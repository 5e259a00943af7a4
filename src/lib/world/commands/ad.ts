import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { changeAccount, createAccount, deleteAccount, setGranted } from '../ad/change';
import { adTargets } from '#lib/hr/targets';
import { isWithin, rootDn } from '../ad/domain';
import { nextFullHour, propagationPending } from '../ad/rights';
import { setTimer } from '../directory/change';
import type { Simulation } from '../simulation';
import type { AdRow, AdUnitRow } from '../tables/hybrid';
import type { AdSchemaRow } from '../tables/hr';
import { define, Refused } from './command';

const account = z.object({ account: z.int().check(z.nonnegative()) });
const name = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[\w-]+$/));
const value = z.union([
	z.string().check(z.maxLength(4000)),
	z.boolean(),
	z.null(),
	z.array(z.string().check(z.maxLength(400))).check(z.maxLength(100))
]);

/** Set by the directory itself. */
export const setByDirectory = new Set([
	'slot',
	'objectGUID',
	'objectSid',
	'distinguishedName',
	'manager',
	'adminCount'
]);

/** What the schema has from the beginning. */
const shippedNames = new Set([...Object.keys(adTargets), ...setByDirectory, 'enabled'].map((one) => one.toLowerCase()));

export function accountOf(sim: Simulation, slot: number): AdRow {
	const row = sim.tables.adUsers.get(slot);
	if (!row) throw new Refused(`There is no account ${slot} in Active Directory.`);
	return row;
}

const nameOf = (row: AdRow) => String(row.attrs.displayName ?? row.attrs.cn);

function writable(attribute: string): void {
	if (setByDirectory.has(attribute)) throw new Refused(`${attribute} cannot be edited.`);
}

/** The schema says which attributes there are, and what a value of each is. */
export function fits(sim: Simulation, attribute: string, value: Json): void {
	const lower = attribute.toLowerCase();
	if (!shippedNames.has(lower) && sim.tables.adSchemaByName.first(lower) === undefined)
		throw new Refused(`NoSuchAttribute: ${attribute} is not in the schema of this domain.`);
	if (value === null) return;
	if (attribute === 'enabled' && typeof value !== 'boolean')
		throw new Refused('InvalidAttributeSyntax: an account is enabled (true) or disabled (false).');
	const several = adTargets[attribute]?.multivalued === true;
	if (Array.isArray(value) !== several)
		throw new Refused(`ConstraintViolation: ${attribute} has ${several ? 'a list of values' : 'a single value'}.`);
}

function written(refusal: { readonly detail: string } | null): void {
	if (refusal) throw new Refused(refusal.detail);
}

export const ad = {
	'ad.edit': define({
		schema: z.extend(account, { attribute: name, value }),
		describe: (sim, args) =>
			`Change ${args.attribute} of ${nameOf(accountOf(sim, args.account))} in Active Directory to ${args.value === null ? 'nothing' : String(args.value)}`,
		apply(sim, { account, attribute, value }, cause) {
			accountOf(sim, account);
			writable(attribute);
			fits(sim, attribute, value);
			written(changeAccount(sim, account, { [attribute]: value }, attribute, 'H-325', cause));
		}
	}),
	'ad.manager': define({
		schema: z.extend(account, { manager: z.nullable(z.int().check(z.nonnegative())) }),
		describe: (sim, args) => `Change the manager of ${nameOf(accountOf(sim, args.account))} in Active Directory`,
		apply(sim, { account, manager }, cause) {
			accountOf(sim, account);
			if (manager !== null) accountOf(sim, manager);
			written(changeAccount(sim, account, { manager }, 'manager', 'H-325', cause));
		}
	}),
	'ad.create': define({
		schema: z.object({ attributes: z.record(name, value) }),
		describe: (_sim, { attributes }) => `Create ${String(attributes.cn)} in Active Directory`,
		apply(sim, { attributes }, cause) {
			for (const [attribute, value] of Object.entries(attributes)) fits(sim, attribute, value);
			const made = createAccount(sim, attributes as { [name: string]: Json }, 'H-431', cause);
			if ('refusal' in made) throw new Refused(made.refusal.detail);
		}
	}),
	'ad.delete': define({
		schema: account,
		describe: (sim, args) => `Delete ${nameOf(accountOf(sim, args.account))} from Active Directory`,
		apply(sim, { account }, cause) {
			accountOf(sim, account);
			deleteAccount(sim, account, 'H-146', cause);
		}
	}),
	'ad.unit.create': define({
		schema: z.object({ dn: z.string().check(z.minLength(4), z.maxLength(400)) }),
		describe: (_sim, { dn }) => `Create the unit ${dn}`,
		apply(sim, { dn }) {
			const parent = dn.slice(dn.indexOf(',') + 1);
			const units = [...sim.tables.adUnits.all()];
			if (!/^OU=[^,]+,/i.test(dn)) throw new Refused(`${dn} is not the name of a unit.`);
			if (sim.tables.adUnitsByDn.first(dn.toLowerCase()) !== undefined) throw new Refused(`${dn} already exists.`);
			if (parent.toLowerCase() !== rootDn && !units.some((unit) => isWithin(parent, unit.dn)))
				throw new Refused(`There is no ${parent}.`);
			sim.writer.put<AdUnitRow>('adUnits', NEW, { slot: NEW, dn });
		}
	}),
	'ad.schema.extend': define({
		schema: z.object({ attribute: name }),
		describe: (_sim, { attribute }) => `Add ${attribute} to the schema of Active Directory`,
		apply(sim, { attribute }) {
			if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(attribute))
				throw new Refused('An LDAP display name begins with a letter and has only letters, digits and hyphens.');
			const isShipped = shippedNames.has(attribute.toLowerCase());
			if (isShipped || sim.tables.adSchemaByName.first(attribute.toLowerCase()) !== undefined)
				throw new Refused(`${attribute} is in the schema already.`);
			sim.writer.put<AdSchemaRow>('adSchema', NEW, { slot: NEW, name: attribute, at: sim.ledger.clock });
		}
	}),
	'ad.grant': define({
		schema: z.extend(account, { to: z.string().check(z.minLength(1), z.maxLength(60)) }),
		describe: (sim, args) => `Grant ${args.to} the right to write ${nameOf(accountOf(sim, args.account))}`,
		apply(sim, { account, to }, cause) {
			const row = accountOf(sim, account);
			if (row.granted) throw new Refused(`${to} has this right already.`);
			setGranted(sim, account, true, `right granted to ${to}`, 'H-282', cause);
			if (row.attrs.adminCount !== 1 || propagationPending(sim, account)) return;
			setTimer(sim, 'ad.propagate', account, nextFullHour(sim.ledger.clock) - sim.ledger.clock, cause);
		}
	}),
	'ad.removeFromProtectedGroups': define({
		schema: account,
		describe: (sim, args) => `Remove ${nameOf(accountOf(sim, args.account))} from the protected groups`,
		apply(sim, { account }, cause) {
			if (accountOf(sim, account).attrs.adminCount !== 1) throw new Refused('The account is not in a protected group.');
			written(changeAccount(sim, account, { adminCount: null }, 'no longer protected', 'H-281', cause));
		}
	})
};
