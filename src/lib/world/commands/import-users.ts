import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import type { GroupRow, UserRow } from '#lib/engine/source';
import { guid } from '#lib/tenant/sample/identifiers';
import { blankUser } from '#lib/tenant/entra/user';
import { announce, lookAtRules } from '../directory/change';
import { join } from '../directory/membership';
import type { Simulation } from '../simulation';
import { define, Refused } from './command';

const name = z.string().check(z.maxLength(300), z.regex(/^[^\s@]+@[^\s@]+$/));
const value = z.union([
	z.string().check(z.maxLength(4000)),
	z.boolean(),
	z.array(z.string().check(z.maxLength(400))).check(z.maxLength(100))
]);
const attribute = z.string().check(
	z.maxLength(120),
	z.regex(/^[\w.]+$/),
	z.refine((text) => !['slot', 'objectId', 'dirSyncEnabled', 'immutableId', 'manager'].includes(text))
);
const person = z.object({
	attributes: z.record(attribute, value).check(
		z.refine((known) => name.safeParse(known.userPrincipalName).success, {
			message: 'A user needs a userPrincipalName with a domain.'
		})
	),
	manager: z.optional(name)
});
const schema = z.object({
	users: z.array(person).check(z.minLength(1), z.maxLength(100_000)),
	groups: z._default(
		z
			.array(
				z.object({
					name: z.string().check(z.minLength(1), z.maxLength(256)),
					members: z.array(name).check(z.maxLength(100_000))
				})
			)
			.check(z.maxLength(5000)),
		[]
	)
});
type Args = z.output<typeof schema>;

/** After so many people it looks around. */
const STEP = 500;

export const importUsers = {
	/** Everybody of a file at once, so that one undo takes all of them back. Who is there already stays as they are. */
	'users.import': define<Args>({
		schema,
		describe: (_sim, { users, groups }) =>
			`Import ${counted(users.length, 'user')}${groups.length ? ` and ${counted(groups.length, 'group')}` : ''}`,
		*apply(sim, { users, groups }, cause) {
			const slots = slotsByName(sim);
			const named = ({ attributes }: Args['users'][number]) => String(attributes.userPrincipalName).toLowerCase();
			const isNew = new Map(users.map((one) => [named(one), one]));
			const added = [...isNew.values()].filter((one) => !slots.has(named(one)));
			if (added.length === 0 && groups.length === 0) throw new Refused('All of these users exist already.');
			for (const [index, one] of added.entries()) slots.set(named(one), sim.tables.users.next + index);
			const of = added.length + groups.length;
			for (const [done, one] of added.entries()) {
				if (done % STEP === 0) yield { done, of };
				createUser(sim, one, slots, cause);
			}
			for (const [index, group] of groups.entries()) {
				yield { done: added.length + index, of };
				fillGroup(sim, group, slots, cause);
			}
		}
	})
};

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** Whoever is in the recycle bin has given the name away (H-464), and nobody reports to them any more. */
function slotsByName({ tables }: Simulation): Map<string, number> {
	const slots = new Map<string, number>();
	for (const { slot, attrs, softDeletedAt } of tables.users.all())
		if (softDeletedAt === null) slots.set(String(attrs.userPrincipalName).toLowerCase(), slot);
	return slots;
}

function createUser(
	sim: Simulation,
	{ attributes, manager }: Args['users'][number],
	slots: ReadonlyMap<string, number>,
	cause: number
): void {
	const slot = sim.tables.users.next;
	const id = guid(sim.host.tenantRow.seedText, 'created', slot);
	const boss: Json = (manager && slots.get(manager.toLowerCase())) ?? null;
	const blank = blankUser(slot, id, String(attributes.userPrincipalName));
	const attrs = { ...blank, ...attributes, manager: boss } as unknown as UserRow['attrs'];
	sim.writer.put<UserRow>('users', NEW, { slot: NEW, id, attrs, created: sim.ledger.clock, softDeletedAt: null });
	lookAtRules(sim, slot, announce(sim, 'user', slot, 'created', 'C-142', cause));
}

/** Adds to the group of that name, or creates it; a dynamic one keeps to its rule (G-030). */
function fillGroup(
	sim: Simulation,
	{ name, members }: Args['groups'][number],
	slots: ReadonlyMap<string, number>,
	cause: number
): void {
	const found = [...sim.tables.groups.all()].find(
		(row) => row.softDeletedAt === null && row.attrs.displayName === name
	);
	if (found?.membership === 'dynamic') return;
	const group = found?.slot ?? createGroup(sim, name, cause);
	const present = new Set<number>();
	if (found)
		for (const row of sim.tables.members.all()) if (row.group === group && row.kind === 'user') present.add(row.member);
	for (const member of new Set(members)) {
		const slot = slots.get(member.toLowerCase());
		if (slot !== undefined && !present.has(slot)) join(sim, group, 'user', slot, 'C-158', cause);
	}
}

function createGroup(sim: Simulation, name: string, cause: number): number {
	const slot = sim.tables.groups.next;
	const id = guid(sim.host.tenantRow.seedText, 'created group', slot);
	sim.writer.put<GroupRow>('groups', NEW, {
		slot: NEW,
		id,
		attrs: { slot, objectId: id, displayName: name, description: null, membershipRule: null },
		created: sim.ledger.clock,
		softDeletedAt: null,
		membership: 'assigned',
		rule: null,
		securityEnabled: true,
		unified: false
	});
	announce(sim, 'group', slot, 'created', 'C-142', cause);
	return slot;
}
