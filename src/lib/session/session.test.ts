import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { decodeLink, encodeLink, exportSession, importSession, rebuild, sharedOf } from './index';

function lived() {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
	world.advance({ by: 12 * 60_000 });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ cycles: 3 });
	world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value: 'Häfen 🚢' } });
	world.advance({ by: 90 * 60_000 });
	return world;
}

const link = () => encodeLink(sharedOf(lived(), 'Ada & friends'));
const packed = (text: string) => {
	const bytes = deflateSync(strToU8(text));
	return `p1:${btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '')}`;
};

describe('a link', () => {
	it('carries what people did, and everything else is computed again', () => {
		const shared = decodeLink(link());
		const { world, differs } = rebuild(shared);
		expect(differs).toBeNull();
		expect(shared.name).toBe('Ada & friends');
		expect(world.fingerprint()).toBe(lived().fingerprint());
		expect(world.clock).toBe(lived().clock);
		expect(link()).toMatch(/^p1:[\w-]+$/);
		expect(link().length).toBeLessThan(1000);
	});

	it('opens a company with human resources and an Active Directory again', () => {
		const world = createWorld({ hr: 'workday', ad: 'empty', captureHireDate: true, apps: ['byoa'] });
		world.advance({ to: world.clock + 3_600_000 });
		const again = rebuild(decodeLink(encodeLink(sharedOf(world, 'HR'))));
		expect(again.differs).toBeNull();
		expect(again.world.fingerprint()).toBe(world.fingerprint());
	});

	it('is the same wherever the person stands', () => {
		const world = lived();
		const there = encodeLink(sharedOf(world, 'Ada & friends'));
		world.seek({ seq: 5 });
		expect(encodeLink(sharedOf(world, 'Ada & friends'))).toBe(there);
		expect(world.live).toBe(false);
	});

	it('of rules that have changed says that it differs, and opens all the same', () => {
		const shared = decodeLink(link());
		const old = { ...shared, end: { ...shared.end, chain: '00000000' } };
		expect(rebuild(old).differs).toContain('rules have changed');
		const older = { ...old, version: 1 };
		expect(rebuild(older).differs).toBeNull();
		expect(rebuild({ ...older, end: { ...older.end, op: older.end.op + 1 } }).differs).toContain('rules have changed');
		const refused = { ...shared, commands: [{ at: shared.commands[0]!.at, verb: 'fly', args: {} }] };
		expect(rebuild(refused).differs).toContain('Command 1 (fly) is refused');
	});

	it.each([
		['', 'names no codec'],
		['hello', 'names no codec'],
		['z9:AAAA', '"z9"'],
		['p1:ab*d', '"*" at place 3'],
		['p1:AAAA', 'cannot be unpacked'],
		[link().slice(0, 60), 'cannot be unpacked'],
		[packed('{"format":'), 'damaged'],
		[packed('{"format":"other"}'), 'format'],
		[packed(JSON.stringify({ ...decodeLink(link()), options: { size: 1e9 } })), 'options.size'],
		[packed(JSON.stringify({ ...decodeLink(link()), options: { preset: 'nowhere' } })), 'options.preset'],
		[packed(JSON.stringify({ ...decodeLink(link()), options: { era: 2018 } })), 'options.era'],
		[packed(JSON.stringify({ ...decodeLink(link()), options: { start: 1e300 } })), 'options.start'],
		[packed(JSON.stringify({ ...decodeLink(link()), extra: 1 })), 'extra'],
		[packed('"' + 'a'.repeat(20_000_000) + '"'), 'too large']
	])('that is bad says where and why (%#)', (text, message) => {
		expect(() => decodeLink(text)).toThrow(message);
	});

	it('whose times lie so far ahead that it would run on and on is refused', () => {
		const shared = decodeLink(link());
		const far = Date.UTC(2099, 0);
		expect(() => rebuild({ ...shared, end: { ...shared.end, at: far } })).toThrow('end.at');
		const late = { ...shared.commands.at(-1)!, at: far };
		expect(() => rebuild({ ...shared, commands: [...shared.commands, late] })).toThrow(
			`commands.${shared.commands.length}.at`
		);
	});

	it('whose commands go back in time is refused', () => {
		const shared = decodeLink(link());
		const [first, second] = shared.commands;
		expect(() => rebuild({ ...shared, commands: [second!, first!] })).toThrow('commands.1');
	});
});

describe('a file', () => {
	it('says the same as a link, in plain text', () => {
		const shared = sharedOf(lived(), 'S');
		expect(importSession(exportSession(shared))).toEqual(decodeLink(encodeLink(shared)));
	});

	it.each([
		['', 'not a session file'],
		['{}', 'format'],
		['[1]', 'The session']
	])('that is bad says where and why (%#)', (text, message) => {
		expect(() => importSession(text)).toThrow(message);
	});
});
