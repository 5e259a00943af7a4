import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { labelLines } from './label-lines';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One colour's share of every bar. */
export interface Series {
	readonly label: string;
	/** The name of a token: "success". */
	readonly token: string;
	readonly values: readonly number[];
}

export interface Bars {
	readonly labels: readonly string[];
	readonly series: readonly Series[];
	/** With room for long labels; else the bars stand. */
	readonly horizontal: boolean;
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Draws bars in the colours and the font of the page. Gives what ends it. */
export function drawBars(canvas: HTMLCanvasElement, { labels, series, horizontal }: Bars): () => void {
	const style = getComputedStyle(canvas);
	const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
	const font = { family: style.fontFamily, size: 12 };
	const count = { ticks: { color: token('quiet'), font, precision: 0 }, grid: { color: token('line') } };
	const names = { ticks: { color: token('ink'), font, autoSkip: !horizontal }, grid: { display: false } };
	const chart = new Chart(canvas, {
		type: 'bar',
		data: {
			labels: labels.map((label) => (horizontal ? labelLines(label) : label)),
			datasets: series.map(({ label, token: colour, values }) => ({
				label,
				data: [...values],
				backgroundColor: token(colour),
				maxBarThickness: 22,
				borderRadius: 2
			}))
		},
		options: {
			indexAxis: horizontal ? 'y' : 'x',
			maintainAspectRatio: false,
			animation: isStill() ? false : { duration: 200 },
			plugins: { legend: { display: false }, tooltip: { titleFont: font, bodyFont: font } },
			scales: {
				x: { ...(horizontal ? count : names), stacked: true },
				y: { ...(horizontal ? names : count), stacked: true }
			}
		}
	});
	return () => chart.destroy();
}
