/** The members of a schema by the list or member that they stand in, for completion and hovering. */
export interface MemberHelp {
	readonly name: string;
	readonly says: string;
	/** Values to choose from; texts without quotation marks. */
	readonly values?: readonly string[];
	/** What is written for it. */
	readonly form: 'text' | 'number' | 'boolean' | 'object' | 'list';
}

const text = (name: string, says: string, values?: readonly string[]): MemberHelp => ({
	name,
	says,
	form: 'text',
	...(values && { values })
});
const other = (form: MemberHelp['form']) => (name: string, says: string) => ({ name, says, form });
const list = other('list');
const truth = other('boolean');
const number = other('number');
const object = other('object');

const operators =
	'EQUALS|NOT EQUALS|IS TRUE|IS FALSE|IS NULL|IS NOT NULL|REGEX MATCH|NOT REGEX MATCH|Greater_Than|Greater_Than_OR_EQUALS|Includes|ENDS_WITH|&|!&'.split(
		'|'
	);
const types = ['String', 'Integer', 'Reference', 'Binary', 'Boolean', 'DateTime'];
const source = [
	text('type', 'Attribute, Constant or Function.', ['Attribute', 'Constant', 'Function']),
	text('name', 'The attribute, the constant value, or the function.'),
	text('expression', 'The same as text.'),
	list('parameters', 'The arguments of a function, by key.')
];

/** By the member whose value is open; '' is the whole document. */
export const members: { readonly [parent: string]: readonly MemberHelp[] } = {
	'': [
		text('id', 'The job. It does not have to match on import.'),
		text('version', 'Changed by the service on every save.'),
		list('synchronizationRules', 'What is synchronized from where to where.'),
		list('directories', 'The attributes of both systems.')
	],
	synchronizationRules: [
		text('id', 'The rule, as on-demand provisioning names it.'),
		text('name', 'USERGROUP_OUTBOUND_USERGROUP, for example.'),
		number('priority', 'The lowest number is first.'),
		truth('editable', 'False: read-only.'),
		text('sourceDirectoryName', 'The name of an entry of directories.'),
		text('targetDirectoryName', 'The name of an entry of directories.'),
		list('objectMappings', 'One for each kind of object.')
	],
	objectMappings: [
		text('name', 'As the portal shows it.'),
		truth('enabled', 'False: the mapping is skipped.'),
		text('flowTypes', 'Target object actions.', ['Add, Update, Delete', 'Add, Update', 'Update', 'None']),
		text('sourceObjectName', 'User or Group.'),
		text('targetObjectName', 'The object of the target.'),
		object('scope', 'The scoping filter; null: all records.'),
		list('attributeMappings', 'The attribute mappings.')
	],
	attributeMappings: [
		text('targetAttributeName', 'The attribute that is written.'),
		object('source', 'Where the value comes from; null: none.'),
		text('defaultValue', 'Used when the source is null, on creation.'),
		number('matchingPriority', 'Above 0: a matching attribute; the lowest is tried first.'),
		text('flowType', 'When the target may be written.', [
			'Always',
			'ObjectAddOnly',
			'MultiValueAddOnly',
			'ValueAddOnly',
			'AttributeAddOnly'
		]),
		text('flowBehavior', 'When the value is exported.', ['FlowWhenChanged', 'FlowAlways'])
	],
	source,
	value: source,
	scope: [
		list('groups', 'The scoping filters. Who leaves them is deprovisioned.'),
		list('inputFilterGroups', 'Applied while reading.'),
		list('categoryFilterGroups', 'Whether the object belongs to the mapping.')
	],
	groups: [text('name', 'Scoping filter title.'), list('clauses', 'All of them must hold.')],
	clauses: [
		text('sourceOperandName', 'An attribute of the source.'),
		text('operatorName', 'The operator.', operators),
		object('targetOperand', 'Null for operators without a value.')
	],
	targetOperand: [list('values', 'The value to compare with.')],
	directories: [text('name', 'Unique in the schema.'), list('objects', 'The kinds of objects.')],
	objects: [text('name', 'Unique in the directory.'), list('attributes', 'The attributes.')],
	attributes: [
		text('name', 'Unique in the object.'),
		text('type', 'The type.', types),
		truth('anchor', 'Identifies the object.'),
		truth('required', 'The object cannot be created without it.'),
		truth('multivalued', 'It has several values.'),
		truth('caseExact', 'Letter case counts.'),
		text('mutability', 'Who may write it.', ['ReadWrite', 'ReadOnly', 'Immutable', 'WriteOnly'])
	]
};
const same: { readonly [parent: string]: string } = { inputFilterGroups: 'groups', categoryFilterGroups: 'groups' };

export function membersOf(parent: string): readonly MemberHelp[] {
	return members[same[parent] ?? parent] ?? [];
}

/** Where the cursor stands: inside of which member's value, and behind which name. */
export interface Cursor {
	readonly parent: string;
	/** The member whose value is being written; null: a name is. */
	readonly member: string | null;
	/** Inside of quotation marks, which began here. */
	readonly quote: number | null;
}

/** Reads the text up to the cursor; what is behind may be broken. */
export function cursorIn(before: string): Cursor {
	const open: { readonly kind: '{' | '['; readonly parent: string }[] = [];
	let member: string | null = null;
	let last = '';
	for (let at = 0; at < before.length; at++) {
		const sign = before[at]!;
		const top = open.at(-1);
		if (sign === '"') {
			const end = closing(before, at);
			if (end < 0) return { parent: top?.parent ?? '', member, quote: at };
			last = before.slice(at + 1, end);
			at = end;
		} else if (sign === ':') member = last;
		else if (sign === '{' || sign === '[') {
			// The objects of a list go by the name of the list.
			open.push({ kind: sign, parent: member ?? (top?.kind === '[' ? top.parent : '') });
			member = null;
		} else if (sign === '}' || sign === ']') {
			open.pop();
			member = null;
		} else if (sign === ',' && top?.kind === '{') member = null;
	}
	return { parent: open.at(-1)?.parent ?? '', member, quote: null };
}

function closing(text: string, open: number): number {
	for (let at = open + 1; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '"') return at;
		else if (text[at] === '\n') return -1;
	}
	return -1;
}
