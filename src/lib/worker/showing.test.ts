import { describe, expect, it } from 'vitest';
import { shows } from '#lib/content/shows';
import type { SystemMap } from '#lib/views/stage/map';
import type { OwnCue, ShowOpened } from './client.svelte';
import type { Status } from './messages';
import { Pretended } from './testing/pretend';

async function opened(): Promise<Pretended> {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	return page;
}
const fingerprint = (page: Pretended) => page.ask<string>('query', { name: 'fingerprint' });
const status = (page: Pretended) => page.engine.session!.status() as Status;

function open(page: Pretended, id: string) {
	const { title, script, line, cues } = shows.find((one) => one.id === id)!;
	const asked = cues.map(({ time, line: at, light }) => ({ time, line: at, light: [...light] }));
	return page.ask<ShowOpened>('openShow', { name: title, script, line, cues: asked });
}

describe('a show in the worker', () => {
	it('stands beside the open session, which goes on as it was left', async () => {
		const page = await opened();
		const before = await fingerprint(page);
		const own = status(page).session!.id;
		const { id, moments } = await open(page, 'rollback');
		expect(status(page).session).toMatchObject({ id, show: true });
		expect(status(page).clock).toBe(moments[0]!.at);
		for (const n of [5, 2, 7, 0]) {
			await page.ask('seek', { to: { index: moments[n]!.index } });
			expect(status(page)).toMatchObject({ clock: moments[n]!.at, shown: moments[n]!.seq });
		}
		await page.ask('closeShow');
		expect(status(page).session).toEqual({ id: own, name: expect.any(String) });
		expect(await fingerprint(page)).toBe(before);
	});

	it('gives way to the next one, and to a session that is opened', async () => {
		const page = await opened();
		const own = status(page).session!.id;
		await open(page, 'rollback');
		await open(page, 'quarantine');
		expect(page.engine.aside!.id).toBe(own);
		await page.ask('open', { session: own });
		expect([status(page).session!.id, page.engine.aside]).toEqual([own, null]);
		await open(page, 'rollback');
		await page.ask('open', { create: { name: 'Another', options: {} } });
		expect([status(page).session!.name, page.engine.aside]).toEqual(['Another', null]);
	});

	it('lights only systems that the map has at that cue', async () => {
		const page = await opened();
		for (const { id } of shows) {
			const { moments } = await open(page, id);
			for (const { index, systems } of moments) {
				await page.ask('seek', { to: { index } });
				const { nodes } = await page.ask<SystemMap>('query', { name: 'map' });
				expect(
					systems.filter((one) => !nodes.some((node) => node.id === one)),
					id
				).toEqual([]);
			}
		}
	});

	it('sends the cues of the open branch along in a link and in a file, and no others', async () => {
		const page = await opened();
		await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7] });
		const cue: OwnCue = {
			name: 'Here',
			question: 'Why?',
			caption: '',
			notes: 'n',
			branch: 0,
			at: 1,
			spot: 2,
			light: []
		};
		await page.ask('setCues', { cues: [cue, { ...cue, name: 'Elsewhere', branch: 3 }] });
		const link = await page.ask<string>('encodeLink');
		const file = await page.ask<string>('exportSession');
		await page.ask('openLink', { link });
		expect(await page.ask('cues')).toEqual([cue]);
		await page.ask('setCues', { cues: [] });
		await page.ask('importSession', { text: file });
		expect(await page.ask('cues')).toEqual([cue]);
		expect(await page.send('importSession', { text: file.replace('"Why?"', '5') })).toMatchObject({
			ok: false,
			error: expect.stringContaining('cues.0.question')
		});
	});

	it('keeps the moments that a person named with the session', async () => {
		const page = await opened();
		const cue = {
			name: 'Here',
			question: '',
			caption: '',
			notes: 'n',
			branch: 0,
			at: 1,
			spot: null,
			light: []
		};
		expect(await page.ask('cues')).toEqual([]);
		await page.ask('setCues', { cues: [cue] });
		await open(page, 'rollback');
		await expect(page.ask('cues')).rejects.toThrow('No session is open.');
		await page.ask('closeShow');
		expect(await page.ask<OwnCue[]>('cues')).toEqual([cue]);
		await expect(page.ask('setCues', { cues: [{ ...cue, name: '' }] })).rejects.toThrow(/name/);
	});
});
