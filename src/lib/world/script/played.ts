import type { Json, Ms, Slot } from '#lib/engine/base';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { World } from '../world';
import { companyAt, doIn } from './open';
import { parseTime } from './parse/values';
import { momentOf } from './run/clock';

type Args = { readonly [name: string]: Json };

/** A command, with what it is about in the words of the company: for somebody who shall do it in the portal. */
export interface PlayedCommand {
	readonly verb: string;
	readonly args: Args;
	readonly app: { readonly key: string; readonly name: string } | null;
	/** The persons, groups or the account that it is about. */
	readonly who: readonly string[];
	/** The place in their table of the first of them; null for an account. */
	readonly slot: Slot | null;
	/** The group whose members they become, or are no more. */
	readonly group: string | null;
	/** The mappings that were changed by it. */
	readonly changed: readonly AttributeMapping[];
}

/** One line of a script and what it did. */
export interface PlayedLine {
	readonly at: Ms;
	readonly text: string;
	readonly commands: readonly PlayedCommand[];
}

/** Plays `do` lines in the company of a script as it stands at a time, and tells the commands that they are. */
export function playedIn(script: string, time: string, lines: readonly string[]): PlayedLine[] {
	const world = companyAt(script, time);
	const company = script.split('\n').find((line) => line.startsWith('world'))!;
	const start = world.sim.ledger.boundaries[0]!.at;
	return lines.map((text) => {
		const [, written] = /^do ((?:\d\d-\d\d )?\d\d:\d\d) /.exec(text)!;
		const at = momentOf(parseTime(written!, { line: 1, column: 1 }), start);
		world.advance({ to: at, before: true });
		const { next } = world.tables.commands;
		const outcome = doIn(world, company, text);
		if (outcome !== 'done') throw new Error(`${text.slice(3)} was ${outcome}`);
		const commands: PlayedCommand[] = [];
		for (let n = next; n < world.tables.commands.next; n++) {
			const { verb, args, fact } = world.tables.commands.get(n)!;
			const told = { verb, args: args as Args };
			commands.push({ ...told, ...world.at({ seq: fact - 1 }, () => aboutOf(world, told)) });
		}
		return { at, text, commands };
	});
}

type Told = Pick<PlayedCommand, 'verb' | 'args'>;

/** What a command is about, asked at the moment before it. */
function aboutOf(world: World, told: Told): Omit<PlayedCommand, keyof Told> {
	const { args } = told;
	const appSlot = typeof args.app === 'string' ? world.tables.appsByKey.first(args.app) : undefined;
	const app = appSlot === undefined ? null : world.tables.apps.get(appSlot)!;
	const [table, slots] = objectsOf(told);
	const names = slots.map((slot) => (table === 'users' ? personName(world, slot) : groupName(world, slot)));
	const account = told.verb === 'app.request' && app ? accountName(world, app.slot, String(args.path)) : null;
	return {
		app: app && { key: app.key, name: app.name },
		who: account === null ? names : [account],
		slot: slots[0] ?? null,
		group: typeof args.group === 'number' ? groupName(world, args.group) : null,
		changed: told.verb === 'job.saveMapping' && appSlot !== undefined ? changedBy(world, appSlot, args) : []
	};
}

function objectsOf({ verb, args }: Told): ['users' | 'groups', readonly Slot[]] {
	const { who, user, group, object, kind } = args;
	const isOfGroup = kind === 'group';
	if (Array.isArray(who)) return [isOfGroup ? 'groups' : 'users', who as number[]];
	if (typeof user === 'number') return ['users', [user]];
	if (verb === 'job.onDemand') return [isOfGroup ? 'groups' : 'users', [object as number]];
	return ['groups', typeof group === 'number' ? [group] : []];
}

/** The display name, and the user principal name where somebody else has the same. */
function personName({ tables }: World, slot: Slot): string {
	const { displayName, userPrincipalName } = tables.users.get(slot)!.attrs;
	let alike = 0;
	for (const user of tables.users.all()) if (user.attrs.displayName === displayName) alike++;
	return alike > 1 ? `${String(displayName)} (${String(userPrincipalName)})` : String(displayName);
}

const groupName = ({ tables }: World, slot: Slot) => String(tables.groups.get(slot)!.attrs.displayName);

function accountName({ sim }: World, app: Slot, path: string): string {
	const id = path.split('/')[2] ?? '';
	return String(sim.apps.of(app).store.get(id)?.data.userName ?? id);
}

function changedBy({ tables, sim }: World, app: Slot, { attributes }: Args): AttributeMapping[] {
	const job = tables.jobs.get(tables.jobsByApp.first(app)!)!;
	const before = sim.host.config(job.config).users.attributes.map((one) => JSON.stringify(one));
	return (attributes as unknown as AttributeMapping[]).filter((one) => !before.includes(JSON.stringify(one)));
}
