import type { ViewData } from '#lib/views';
import { clockWords } from '#lib/views/timeline/words';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../../kit';
import { palettes, stageSvg, type TimelinePart } from '../../stage/picture';
import type { Look } from './menu';

/** Slides are shown larger than a window. */
const SCALE = 2;

function save(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Draws a picture into pixels: the browser reads it as an image, from the page's own memory. */
async function pixels(text: string, width: number, height: number): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [width * SCALE, height * SCALE];
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (!blob) throw new Error('The picture is too large for this browser. Save it as SVG.');
		return blob;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** Saves the stage as it is seen now. */
export async function savePicture(timeline: TimelinePart, { format, theme }: Look): Promise<void> {
	try {
		const { status } = engine;
		if (!status?.session) return;
		const { flights, ...map } = await engine.query<ViewData<'map'>>('map', {});
		const branch = status.branches.find(({ id }) => id === status.branch)?.name ?? 'main';
		const { text, width, height } = stageSvg({
			title: `${status.session.name}, ${branch}`,
			moment: `${clockWords(status.clock)} UTC`,
			map,
			flights,
			timeline,
			colours: palettes[theme]
		});
		const blob = format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pixels(text, width, height);
		save(`provlab-stage-${theme}.${format}`, blob);
	} catch (error) {
		toast(`The picture was not saved: ${error instanceof Error ? error.message : String(error)}`);
	}
}
