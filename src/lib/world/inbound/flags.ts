import type { Rule } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import { loops } from '#lib/hr/writeback';
import type { Simulation } from '../simulation';

/** Something about the jobs from and to HR that will hurt, told before it does. */
export interface InboundFlag {
	readonly rule: Rule;
	/** The application that it is shown at. */
	readonly app: string;
	/** The attribute that it is about, where there is one. */
	readonly attribute: string | null;
	readonly text: string;
}

function attributesOf(sim: Simulation, key: string) {
	const job = sim.host.job(sim.tables.jobsByApp.first(sim.tables.appsByKey.first(key)!)!);
	return { job, attributes: sim.host.config(job.config).users.attributes };
}

/** H-321, H-443: values that both directions write, and workers who are created twice. */
export function inboundFlags(sim: Simulation): readonly InboundFlag[] {
	const jobs = [...sim.tables.apps.all()].flatMap(({ slot, key, kind, name }) => {
		const template = templateOf(kind);
		return template && sim.tables.jobsByApp.first(slot) !== undefined ? [{ key, kind, name, template }] : [];
	});
	const flags: InboundFlag[] = [];
	for (const { key, template } of jobs) {
		if (template.target !== 'hr') continue;
		const inbound = jobs.filter((one) => one.template.source === 'hr' && one.template.system === template.system);
		for (const one of inbound) {
			const { attributes } = attributesOf(sim, one.key);
			for (const attribute of loops(template.system!, attributes, attributesOf(sim, key).attributes))
				flags.push({
					rule: 'H-321',
					app: key,
					attribute,
					text: `${attribute} is written back to a field from which ${one.name} writes it at every change.`
				});
		}
	}
	const running = jobs.filter(({ key }) => attributesOf(sim, key).job.schedule === 'Active');
	for (const system of ['wd', 'sf']) {
		const [ad, entra] = ['ad', 'entra'].map((target) => running.find(({ kind }) => kind === `${system}-${target}`));
		if (ad && entra)
			flags.push({
				rule: 'H-443',
				app: entra.key,
				attribute: null,
				text: `${ad.name} and ${entra.name} provision the same workers: Connect will match the users that they create.`
			});
	}
	return flags;
}
