import { nameOf, type Resource } from '#lib/apps';
import type { LinkRow } from '#lib/engine/job/records';
import type { Slot } from '#lib/engine/base';
import { tableNames } from '#lib/engine/base';
import type { PrincipalKind } from '#lib/engine/source';
import { ENTERPRISE_USER } from '#lib/scim/urns';
import type { AppRow } from '../../tables/rows';
import type { Sandbox } from './sandbox';
import { NotThere } from './unbuilt';

/** The accounts of an application, in order of creation. */
export function accountsIn(sandbox: Sandbox, app: AppRow, type: 'User' | 'Group' = 'User'): Resource[] {
	return [...sandbox.sim.apps.of(app.slot).store.all(type)].sort((a, b) => a.n - b.n);
}

export function linkTo(sandbox: Sandbox, app: AppRow, kind: PrincipalKind, slot: Slot): LinkRow | null {
	const job = sandbox.jobIfAny(app);
	return job && sandbox.sim.host.link(job.slot, kind, slot);
}

/** Of a person who is gone for good the link is only a tombstone (C-448), but the account may still be there (C-189). */
function buriedLink(sandbox: Sandbox, app: AppRow, kind: PrincipalKind, slot: Slot): LinkRow | null {
	const job = sandbox.jobIfAny(app);
	if (!job || sandbox.sim.tables.users.get(slot)) return null;
	for (const link of sandbox.sim.tables.links.all())
		if (link.gone && link.job === job.slot && link.kind === kind && link.source === slot) return link;
	return null;
}

/** The account that is linked to a person; null: no link, or the account is gone. */
export function linkedAccount(sandbox: Sandbox, app: AppRow, kind: PrincipalKind, slot: Slot): Resource | null {
	const { store } = sandbox.sim.apps.of(app.slot);
	const link = linkTo(sandbox, app, kind, slot);
	if (link) return store.get(link.targetId) ?? null;
	const buried = buriedLink(sandbox, app, kind, slot);
	if (buried) return store.get(buried.targetId) ?? null;
	// A manual application has no links: its accounts are known by what made them.
	if (sandbox.jobIfAny(app) !== null) return null;
	return accountsIn(sandbox, app).find((account) => belongsTo(sandbox, account, slot)) ?? null;
}

export function userNameOf(app: AppRow, account: Resource): string {
	const { userName } = account.data;
	return typeof userName === 'string' ? userName : nameOf(app.kind, account);
}

/** By its present name, or by the person it is linked to. */
export function accountNamed(sandbox: Sandbox, app: AppRow, name: string, nth = 1): Resource {
	const slot = sandbox.names.user(name);
	if (slot !== undefined) {
		const account = linkedAccount(sandbox, app, 'user', slot);
		if (!account) throw new NotThere(`${name} has no account in ${app.key}`);
		return account;
	}
	const wanted = name.toLowerCase();
	const found = accountsIn(sandbox, app).filter((one) => userNameOf(app, one).toLowerCase() === wanted);
	const account = found[nth - 1];
	if (!account) throw new NotThere(`${app.key} has no account ${name}`);
	return account;
}

function belongsTo(sandbox: Sandbox, { data, aside }: Resource, slot: Slot): boolean {
	if (aside?.belongsTo !== undefined) return aside.belongsTo === slot;
	const employeeId = sandbox.sim.tables.users.get(slot)?.attrs.employeeId;
	if (typeof employeeId !== 'string' || employeeId === '') return false;
	const numbers = [data.employee_no, data.employee_number, data.employeeNumber];
	for (const value of Object.values(data))
		if (value !== null && typeof value === 'object' && 'employeeNumber' in value) numbers.push(value.employeeNumber);
	const extension = data[ENTERPRISE_USER] as { employeeNumber?: string } | undefined;
	return [...numbers, extension?.employeeNumber].some((one) => one === employeeId || one === `0${employeeId}`);
}

/** Targets that a person was ever linked to: the tape remembers links that were dropped. */
function everLinked(sandbox: Sandbox, job: Slot, slot: Slot): Set<string> {
	const { tape } = sandbox.sim.ledger;
	const links = tableNames.indexOf('links');
	const found = new Set<string>();
	for (let op = 0; op < tape.n; op++) {
		if (tape.table[op] !== links) continue;
		const link = tape.after[op] as LinkRow | null;
		if (link?.job === job && link.kind === 'user' && link.source === slot) found.add(link.targetId);
	}
	return found;
}

/** accountsOf: linked now or once, of the same employee number, made by a sign-in, or the person's from the beginning. */
export function accountsOfPerson(sandbox: Sandbox, app: AppRow, slot: Slot): Resource[] {
	const job = sandbox.jobIfAny(app);
	const linked = job ? everLinked(sandbox, job.slot, slot) : new Set<string>();
	return accountsIn(sandbox, app).filter((one) => linked.has(one.id) || belongsTo(sandbox, one, slot));
}
