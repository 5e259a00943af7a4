import type { Ms } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import { catalogue } from '#lib/apps';
import { templateOf } from '#lib/hr/templates';
import { PRESETS, VIRTUAL_START, type Preset } from '#lib/content/company/tenant';
import { kindOfKey } from '../../apps/add';
import type { FileVerdict } from '../../apps/timecard-file';
import type { Command } from '../../commands';
import { createWorld, type World } from '../../world';
import type { WorldOptions } from '../../setup';
import { uploadKey } from '../../tables/hr';
import type { AppRow } from '../../tables/rows';
import { ScriptError } from '../parse/error';
import type { Argument, Option, Script } from '../parse/tree';
import { endOfSlots, Names, type Named } from './names';
import { sourceOf } from './rows';
import { NotThere } from './unbuilt';

/** What later lines ask for of earlier ones, beside the world itself. */
export interface Notes {
	lastAction: string;
	/** Rows of the last logs.filter: their places among the facts. */
	filtered: { readonly app: string; readonly rows: readonly number[] } | null;
	restore: RestoreList | null;
	exported: string | null;
	report: readonly FileVerdict[] | null;
	compared: string | null;
	/** What was refused, and when: it explains a later failure. */
	refused: string[];
}

/** Old values of a cycle's changes, by attribute and person. */
export type RestoreList = {
	readonly app: string;
	readonly values: ReadonlyMap<string, ReadonlyMap<number, string | null>>;
};

/** One block's world, and what the script calls the things in it. */
export class Sandbox {
	readonly world: World;
	readonly names: Names;
	readonly start: Ms;
	readonly notes: Notes = {
		lastAction: 'done',
		filtered: null,
		restore: null,
		exported: null,
		report: null,
		compared: null,
		refused: []
	};

	/** In a fresh world, or in one that somebody has open and that began as the script's does. */
	constructor(script: Script, open?: World) {
		const { options, later } = worldOptions(script);
		this.world = open ?? createWorld({ ...options, apps: appsOf(script) });
		this.start = options.start ?? VIRTUAL_START;
		const began = this.world.at({ seq: 0 }, () => endOfSlots(this.world.sim));
		this.names = new Names(this.world.sim, options.size ?? 25, options.extras ?? false, began);
		if (open) return;
		for (const command of later) this.do(command);
	}

	get sim() {
		return this.world.sim;
	}

	do(command: Command): string {
		const done = this.world.do(command);
		return done.ok ? 'done' : done.message;
	}

	app(key: string): AppRow {
		const slot = this.sim.tables.appsByKey.first(key);
		if (slot === undefined) throw absent(key);
		return this.sim.tables.apps.get(slot)!;
	}

	job(key: string): JobRow {
		const slot = this.sim.tables.jobsByApp.first(this.app(key).slot);
		if (slot === undefined) throw new NotThere(`${key} has no provisioning job`);
		return this.sim.tables.jobs.get(slot)!;
	}

	/** The job of an app, if it has one. */
	jobIfAny(app: AppRow): JobRow | null {
		const slot = this.sim.tables.jobsByApp.first(app.slot);
		return slot === undefined ? null : this.sim.tables.jobs.get(slot);
	}

	user(name: string): number {
		const slot = this.names.user(name);
		if (slot === undefined) throw new NotThere(`there is no person ${name}`);
		return slot;
	}

	/** What a job calls the object of this name: a worker, a user or a group. */
	subject(job: string, name: string): Named | null {
		const source = sourceOf(this.sim, this.job(job).slot);
		if (source) {
			const slot = source === 'hr' ? this.names.worker(name) : this.#upload(job, name);
			return slot === undefined ? null : { kind: 'user', slot, source };
		}
		const found = this.names.resolve([name]);
		return 'unknown' in found ? null : found[0]!;
	}

	#upload(job: string, name: string): number | undefined {
		const id = this.names.employeeId(name);
		return id === undefined ? undefined : this.sim.tables.uploadsById.first(uploadKey(this.app(job).slot, id));
	}

	group(name: string): number {
		const slot = this.names.group(name);
		if (slot === undefined) throw new NotThere(`there is no group ${name}`);
		return slot;
	}
}

export function absent(key: string): Error {
	return new NotThere(`there is no application ${key}`);
}

/** Every application that the block names, in the order in which it names them. */
function appsOf(script: Script): string[] {
	const keys = new Set<string>();
	const see = (text: string) => {
		if (templateOf(kindOfKey(text)) || catalogue.some(({ id }) => id === kindOfKey(text))) keys.add(text);
	};
	const seeAll = (args: readonly Argument[] | null) => args?.forEach(({ value, quoted }) => quoted || see(value));
	for (const { name } of script.options) if (name.startsWith('supportsDisable.')) see(name.slice(16));
	for (const statement of script.statements) {
		if (statement.is === 'result') see(statement.job);
		else if (statement.is === 'do') {
			seeAll(statement.args);
			const [first] = statement.args;
			if (statement.action === 'command') for (const [, key] of statement.text.matchAll(/"app":"([\w-]+)"/g)) see(key!);
			if (statement.action === 'world' && first) see(first.value.replace(/^supportsDisable\./, ''));
		} else for (const { args } of statement.expression) seeAll(args);
	}
	return [...keys];
}

const sizes: Readonly<Record<string, number>> = { '25': 25, '500': 500, '10k': 10_000, '100k': 100_000 };

/** The world line as options, and what is set once the applications are there. */
export function worldOptions(script: Script): { options: WorldOptions; later: Command[] } {
	const preset = script.preset as Preset;
	if (!PRESETS.includes(preset))
		throw new ScriptError(`There is no preset ${preset}; there are ${PRESETS.join(', ')}`, script.place);
	const options: { -readonly [name in keyof WorldOptions]: WorldOptions[name] } = { preset };
	const later: Command[] = [];
	for (const option of script.options) readOption(option, options, later);
	return { options, later };
}

function readOption(
	option: Option,
	options: { -readonly [name in keyof WorldOptions]: WorldOptions[name] },
	later: Command[]
): void {
	const { name, value, place } = option;
	const wrong = (wanted: string) => new ScriptError(`${name} is ${wanted}, not ${value}`, place);
	const onOff = (): boolean => {
		if (value !== 'on' && value !== 'off') throw wrong('on or off');
		return value === 'on';
	};
	switch (name) {
		case 'size':
			if (sizes[value] === undefined) throw wrong('25, 500, 10k or 100k');
			options.size = sizes[value];
			return;
		case 'start': {
			const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
			if (!year) throw wrong('a date');
			options.start = Date.UTC(Number(year), Number(month) - 1, Number(day), 8);
			return;
		}
		case 'brownfield':
		case 'extras':
		case 'groupMapping':
		case 'captureHireDate':
			options[name] = onOff();
			return;
		case 'cycleMinutes':
			if (!/^\d+$/.test(value)) throw wrong('a number of minutes');
			options.cycleMinutes = Number(value);
			return;
		case 'era':
			options.era = eraOf(value) ?? undefined;
			if (!options.era) throw wrong('current or 2016, 2017, 2019, 2021, 2024');
			return;
		case 'staleLink':
			if (value !== 'recreate' && value !== 'invalidAnchor') throw wrong('recreate or invalidAnchor');
			options.staleLink = value;
			return;
		case 'hr':
			if (value !== 'workday' && value !== 'successfactors') throw wrong('workday or successfactors');
			options.hr = value;
			return;
		case 'ad': {
			// O-29: only a company in the cloud can have an empty one, and no other one.
			const held = options.preset === 'cloud-only' ? 'empty' : 'filled';
			if (value !== held) throw wrong(`${held} with ${options.preset}`);
			options.ad = held;
			return;
		}
		default:
			if (!name.startsWith('supportsDisable.')) throw new ScriptError(`There is no world option ${name}`, place);
			later.push(supportsDisable(name.slice(16), onOff()));
	}
}

export function supportsDisable(app: string, on: boolean): Command {
	return { verb: 'app.supportsDisable', args: { app, on } };
}

export function eraOf(text: string): WorldOptions['era'] | null {
	if (text === 'current') return 2024;
	return ([2016, 2017, 2019, 2021, 2024] as const).find((era) => String(era) === text) ?? null;
}
