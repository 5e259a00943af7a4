import type { Json, Slot } from '#lib/engine/base';
import { shortened } from '../run/names';
import type { Writer, Recording } from './lines';
import { newName } from './newcomers';
import { quoted, valueText, Wordless } from './texts';

const text = (value: Json | undefined) => String(value as string);

function accounts({ names }: Recording, list: Json | undefined): string {
	return shortened(((list ?? []) as readonly Slot[]).map((slot) => names.accountLabel(slot)));
}

/** A group of Active Directory as it was called before it was deleted, too. */
function adGroup({ world }: Recording, slot: Json | undefined): string {
	const name = world.tables.adGroups.rows[slot as Slot]?.attrs.displayName;
	if (typeof name !== 'string') throw new Wordless('a group of Active Directory that is gone');
	return quoted(name);
}

const keyed = (values: { readonly [name: string]: Json }): string[] =>
	Object.entries(values).map(([name, value]) => `${name}=${valueText(value)}`);

/** What a script calls whoever has this employee ID in Active Directory; a new name for somebody new. */
function byEmployeeId({ names, world, newcomers }: Recording, employeeID: string): { label: string; isNew: boolean } {
	const slot = world.tables.adByEmployeeId.first(employeeID.toLowerCase());
	const label = slot === undefined ? '' : names.accountLabel(slot);
	if (label.startsWith('N') || (label !== '' && Number(label) < names.size)) return { label, isNew: false };
	return { label: `N${newcomers}`, isNew: true };
}

/** One person as on-premises human resources hands it in. */
function feedRecord(recording: Recording, { employeeID, ...values }: { readonly [name: string]: Json }): string {
	const { label, isNew } = byEmployeeId(recording, text(employeeID));
	const isWhole = ['givenName', 'sn', 'userPrincipalName'].every((name) => name in values);
	if (label.startsWith('N') && !isWhole) throw new Wordless('a record of somebody new that does not say who it is');
	const parts = keyed(isNew ? { employeeID: employeeID!, ...values } : values).join(', ');
	return `${isNew ? newName(recording, text(employeeID)) : label}{${parts}}`;
}

/** How jobs are connected to human resources, and the groups of Active Directory. */
export const systemLines = {
	'hr.apiUrl': ({ app, url }) => `hr.apiUrl(${text(app)}, ${quoted(text(url))})`,
	'hr.xpaths': ({ app, version }) => `hr.xpaths(${text(app)}, ${text(version)})`,
	'hr.employmentPath'({ app, employment, startDate }) {
		const paths = Object.entries({ employment, startDate }).filter(([, path]) => path !== undefined);
		return `hr.employmentPath(${[text(app), ...paths.map(([key, path]) => `${key}=${text(path)}`)].join(', ')})`;
	},
	'hr.attributeList': ({ app, attribute, on }) =>
		`hr.attributeList(${text(app)}, ${text(attribute)}, ${on === true ? 'on' : 'off'})`,
	'hr.lookahead': ({ app, on }) => `hr.lookahead(${text(app)}, ${on === true ? 'on' : 'off'})`,
	'hr.domains'({ app, missing }) {
		const names = missing as readonly string[];
		return `hr.domains(${text(app)}, missing=${names.length === 0 ? 'none' : quoted(names.join('; '))})`;
	},
	'hr.activateDomains': ({ app }) => `hr.activateDomains(${text(app)})`,
	'hr.constrain': ({ app, organisation }) =>
		`hr.constrain(${text(app)}, ${organisation === null ? 'none' : quoted(text(organisation))})`,
	'hr.typeIds': ({ app, own }) => `hr.typeIds(${text(app)}, ${own === true ? 'own' : 'usual'})`,
	'ad.create'({ attributes }, recording) {
		const values = attributes as { readonly [name: string]: Json };
		if (typeof values.employeeID !== 'string') throw new Wordless('a new account without an employee ID');
		const parts = keyed(values);
		return `ad.create(${[newName(recording, values.employeeID), ...parts].join(', ')})`;
	},
	'ad.delete'({ account }, { names }) {
		const label = names.accountLabel(account as Slot);
		if (!label.startsWith('N') && Number(label) >= names.size) throw new Wordless('an account that nobody named');
		return `ad.delete(${label})`;
	},
	'ad.feed': ({ records }, recording) =>
		`ad.feed(${(records as readonly { readonly [name: string]: Json }[]).map((one) => feedRecord(recording, one)).join(', ')})`,
	'ad.unit.create': ({ dn }) => `ad.unit.create(${quoted(text(dn))})`,
	'ad.schema.extend': ({ attribute }) => `ad.schema.extend(${text(attribute)})`,
	'ad.group.create'({ name, members }, recording) {
		const who = accounts(recording, members);
		return `ad.group.create(${quoted(text(name))}${who === '' ? '' : `, ${who}`})`;
	},
	'ad.group.members'({ group, add, remove }, recording) {
		const changed = Object.entries({ add: accounts(recording, add), remove: accounts(recording, remove) });
		const parts = changed.filter(([, who]) => who !== '').map(([key, who]) => `${key}=${who}`);
		return `ad.group.members(${[adGroup(recording, group), ...parts].join(', ')})`;
	},
	'ad.group.delete': ({ group }, recording) => `ad.group.delete(${adGroup(recording, group)})`
} satisfies { readonly [verb: string]: Writer };
