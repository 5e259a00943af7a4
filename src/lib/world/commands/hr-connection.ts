import * as z from 'zod/mini';
import { mappingsSaved, settingsSaved } from '#lib/engine/job/lifecycle';
import { employmentPaths } from '#lib/hr/employments';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import { getDomains, isListed, putDomains, readingKeys, unlistedAttributes } from '#lib/hr/workday-api';
import { reads as readsName } from '../inbound/check';
import { missingDomains } from '../inbound/reading';
import type { Simulation } from '../simulation';
import { appOf, define, jobOf, Refused } from './command';
import { saveConfig } from './jobs';

const app = z.string().check(z.maxLength(60));
const path = z.enum(employmentPaths);

/** A job from or to one human-resources system; everything else is none of its connection's business. */
function jobTemplate(sim: Simulation, key: string, system: JobTemplate['system']): JobTemplate {
	const { kind, name } = appOf(sim, key);
	const template = templateOf(kind);
	if (!template || template.system !== system) throw new Refused(`${name} is not a ${nameOf(system)} job.`);
	return template;
}

const nameOf = (system: JobTemplate['system']) => (system === 'workday' ? 'Workday' : 'SuccessFactors');

function reads(sim: Simulation, key: string, system: JobTemplate['system']): void {
	if (jobTemplate(sim, key, system).source !== 'hr')
		throw new Refused(`${appOf(sim, key).name} does not read ${nameOf(system)}.`);
}

function setSecrets(sim: Simulation, key: string, changed: { readonly [name: string]: string }): void {
	saveConfig(sim, key, (before) => ({ ...before, secrets: { ...before.secrets, ...changed } }));
}

function setApp(sim: Simulation, key: string, changed: object): void {
	const before = appOf(sim, key);
	sim.writer.put('apps', before.slot, { ...before, settings: { ...before.settings, ...changed } });
}

/** A Web Services API URL: with a version at its end, or without one. */
const workdayUrl = /^https:\/\/[\w.-]+\/ccx\/service\/\w+(\/Human_Resources)?(\/v\d+(\.\d+)?)?\/?$/i;

export const hrConnection = {
	'hr.apiUrl': define({
		schema: z.object({ app, url: z.string().check(z.maxLength(400)) }),
		describe: (sim, { app }) => `Set the Workday Web Services API URL of ${appOf(sim, app).name}`,
		apply(sim, { app, url }, cause) {
			jobTemplate(sim, app, 'workday');
			if (!workdayUrl.test(url.trim()))
				throw new Refused(
					'The API URL is https://<host>/ccx/service/<tenant>, with or without a version such as /v34.0.'
				);
			setSecrets(sim, app, { [readingKeys.url]: url.trim() });
			settingsSaved(sim.host, jobOf(sim, app), sim.writer, 'Workday Web Services API URL', cause);
		}
	}),
	'hr.xpaths': define({
		schema: z.object({ app, version: z.enum(['v21.1', 'v30.0']) }),
		describe: (sim, { app, version }) => `Write the XPATH expressions of ${appOf(sim, app).name} for ${version}`,
		apply(sim, { app, version }, cause) {
			reads(sim, app, 'workday');
			setSecrets(sim, app, { [readingKeys.xpaths]: version });
			mappingsSaved(sim.host, jobOf(sim, app), sim.writer, cause);
		}
	}),
	'hr.attributeList': define({
		schema: z.object({ app, attribute: z.enum(unlistedAttributes), on: z.boolean() }),
		describe: (sim, { app, attribute, on }) =>
			`${on ? 'Add' : 'Remove'} ${attribute} ${on ? 'to' : 'from'} the attribute list of ${appOf(sim, app).name}`,
		apply(sim, { app, attribute, on }, cause) {
			reads(sim, app, 'workday');
			const { secrets, users } = sim.host.config(jobOf(sim, app).config);
			if (isListed(secrets, attribute) === on)
				throw new Refused(`${attribute} is ${on ? 'in' : 'not in'} the attribute list${on ? ' already' : ''}.`);
			const reader = on ? undefined : users.attributes.find(({ source }) => readsName(source, attribute));
			if (reader) throw new Refused(`The mapping of ${reader.target} reads ${attribute}. Change the mapping first.`);
			const others = (secrets[readingKeys.added] ?? '').split(' ').filter((one) => one !== '' && one !== attribute);
			setSecrets(sim, app, { [readingKeys.added]: (on ? [...others, attribute] : others).join(' ') });
			mappingsSaved(sim.host, jobOf(sim, app), sim.writer, cause);
		}
	}),
	'hr.employmentPath': define({
		schema: z.object({ app, employment: z.optional(path), startDate: z.optional(path) }),
		describe: (sim, { app }) => `Change the JSONPath expressions of ${appOf(sim, app).name}`,
		apply(sim, { app, employment, startDate }, cause) {
			reads(sim, app, 'successfactors');
			setSecrets(sim, app, {
				...(employment && { [readingKeys.employment]: employment }),
				...(startDate && { [readingKeys.startDate]: startDate })
			});
			mappingsSaved(sim.host, jobOf(sim, app), sim.writer, cause);
		}
	}),
	'hr.lookahead': define({
		schema: z.object({ app, on: z.boolean() }),
		describe: (sim, { app, on }) =>
			`${on ? 'Enable' : 'Disable'} the termination lookahead query of ${appOf(sim, app).name}`,
		apply(sim, { app, on }, cause) {
			reads(sim, app, 'workday');
			// H-128.
			if (jobOf(sim, app).schedule === 'Active')
				throw new Refused('Stop provisioning first: the lookahead is set while the job is stopped.');
			setSecrets(sim, app, { [readingKeys.lookahead]: on ? 'on' : 'off' });
			settingsSaved(sim.host, jobOf(sim, app), sim.writer, 'Termination lookahead query', cause);
		}
	}),
	/** H-031: what is changed waits for its activation. */
	'hr.domains': define({
		schema: z.object({ app, missing: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(20)) }),
		describe: (sim, { app }) => `Change the domain security policies for ${appOf(sim, app).name}`,
		apply(sim, { app, missing }) {
			const { source } = jobTemplate(sim, app, 'workday');
			const known = source === 'hr' ? Object.keys(getDomains) : Object.keys(putDomains);
			const unknown = missing.find((domain) => !known.includes(domain));
			if (unknown !== undefined) throw new Refused(`${unknown} is not a domain that this job needs.`);
			setApp(sim, app, { pendingDomains: missing });
		}
	}),
	'hr.activateDomains': define({
		schema: z.object({ app }),
		describe: () => 'Activate Pending Security Policy Changes in Workday',
		apply(sim, { app }) {
			jobTemplate(sim, app, 'workday');
			const { pendingDomains } = appOf(sim, app).settings;
			if (!Array.isArray(pendingDomains)) throw new Refused('No security policy change is pending.');
			setApp(sim, app, { missingDomains: pendingDomains, pendingDomains: null });
		}
	}),
	/** H-032. */
	'hr.constrain': define({
		schema: z.object({ app, organisation: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))) }),
		describe: (_sim, { organisation }) =>
			organisation === null
				? 'Let the integration system security group see every worker'
				: `Constrain the integration system security group to ${organisation}`,
		apply(sim, { app, organisation }) {
			reads(sim, app, 'workday');
			setApp(sim, app, { constrainedTo: organisation });
		}
	}),
	/** H-350, H-364: ids of types are each tenant's own. */
	'hr.typeIds': define({
		schema: z.object({ app, own: z.boolean() }),
		describe: (_sim, { own }) =>
			`Give the types of mail and telephone ${own ? 'this tenant’s own ids' : 'the usual ids'}`,
		apply(sim, { app, own }) {
			const template = templateOf(appOf(sim, app).kind);
			if (template?.target !== 'hr') throw new Refused(`${appOf(sim, app).name} does not write to human resources.`);
			setApp(sim, app, { ownTypeIds: own });
		}
	})
};

/** What is in force, and what waits for its activation; null: nothing waits. */
export function domainsOf(
	sim: Simulation,
	key: string
): { readonly missing: readonly string[]; readonly pending: readonly string[] | null } {
	const row = appOf(sim, key);
	const { pendingDomains } = row.settings;
	return { missing: missingDomains(row), pending: Array.isArray(pendingDomains) ? (pendingDomains as string[]) : null };
}
