import type { Quirks } from '#lib/apps';

/** A switch of an application's behaviour, in words: where the RFC and the Entra client disagree, and what breaks. */
export interface QuirkWords {
	readonly name: keyof Quirks;
	readonly title: string;
	/** What it is about, and what comes of it. */
	readonly text: string;
	/** Every position, in words. */
	readonly positions: readonly { readonly value: string; readonly label: string }[];
	readonly rules: readonly string[];
	/** The RFC says nothing, so that its position is ours. */
	readonly silent?: boolean;
	/** Not a matter of opinion: one position is simply wrong. */
	readonly broken?: boolean;
}

const at = (value: string, label: string) => ({ value, label });
const refuseOrAccept = [at('refuse', 'Refuse'), at('accept', 'Accept')] as const;

export const quirkWords: readonly QuirkWords[] = [
	{
		name: 'replaceWithoutMatch',
		title: 'Replace where the filter matches nothing',
		text: 'The client replaces emails[type eq "work"].value without asking whether there is one. The RFC calls that an error.',
		positions: [at('noTarget', 'Refuse: 400 noTarget'), at('create', 'Create the element')],
		rules: ['S-289', 'S-290']
	},
	{
		name: 'addWithoutMatch',
		title: 'Add where the filter matches nothing',
		text: 'Every first value in a list is added like this. The RFC does not say what an application does then.',
		positions: [at('noTarget', 'Refuse: 400 noTarget'), at('create', 'Create the element')],
		rules: ['S-272', 'S-085'],
		silent: true
	},
	{
		name: 'removeWithoutMatch',
		title: 'Remove where the filter matches nothing',
		text: 'What the client wants to remove is gone already: that is an error, or there is nothing to do.',
		positions: [at('noTarget', 'Refuse: 400 noTarget'), at('ignore', 'Change nothing')],
		rules: ['S-280'],
		silent: true
	},
	{
		name: 'removeWithValue',
		title: 'Remove with a value',
		text: 'In the legacy dialect the client removes a member from a group like this. An application that ignores the value removes all members.',
		positions: [at('refuse', 'Refuse: 400 invalidValue'), at('named', 'Remove only what is named')],
		rules: ['S-127', 'S-281']
	},
	{
		name: 'textBooleans',
		title: '"True" for true',
		text: 'In the legacy dialect a disable carries the text "False". An application that refuses it never disables anybody.',
		positions: refuseOrAccept,
		rules: ['S-088', 'S-291']
	},
	{
		name: 'opCase',
		title: 'Letter case of op',
		text: 'The legacy dialect writes Add, Replace and Remove. Both positions accept it; a sloppy application does not.',
		positions: [at('any', 'Any case'), at('lower', 'Lower case only')],
		rules: ['S-034', 'S-295'],
		broken: true
	},
	{
		name: 'looseShapes',
		title: 'A text where an object belongs',
		text: 'The client sends a manager as a text, and a list of one for a single value.',
		positions: refuseOrAccept,
		rules: ['S-103', 'S-104', 'S-292']
	},
	{
		name: 'dottedKeys',
		title: 'Dots and URNs in names of a PATCH without a path',
		text: 'The compliant dialect collects several attributes in one operation, under names such as name.givenName.',
		positions: [at('refuse', 'Refuse'), at('expand', 'Read them as paths')],
		rules: ['S-096', 'S-293']
	},
	{
		name: 'emptyText',
		title: 'An empty text for an optional attribute',
		text: 'The validation kit of the service expects that it clears the attribute.',
		positions: [at('keep', 'Store the empty text'), at('unassign', 'Clear the attribute')],
		rules: ['S-294']
	},
	{
		name: 'bareValues',
		title: 'Filter values without quotation marks',
		text: 'Older documentation prints externalId eq someone.',
		positions: refuseOrAccept,
		rules: ['S-041']
	},
	{
		name: 'userPatch',
		title: 'What a PATCH of a user answers',
		text: 'The service takes both; an answer with a body shows what was stored.',
		positions: [
			at('body', '200 with the user'),
			at('empty', '204 without a body'),
			at('asked', 'A body if Accept asks')
		],
		rules: ['S-035', 'S-259']
	},
	{
		name: 'groupPatch',
		title: 'What a PATCH of a group answers',
		text: 'A group with thousands of members in every answer makes a cycle slow.',
		positions: [
			at('body', '200 with the group'),
			at('empty', '204 without a body'),
			at('asked', 'A body if Accept asks')
		],
		rules: ['S-122']
	},
	{
		name: 'unknownAttributes',
		title: 'Attributes that the schema does not have',
		text: 'Somebody mapped an attribute that the application does not know: it is ignored, or every create fails.',
		positions: [at('ignore', 'Ignore them'), at('refuse', 'Refuse: 400')],
		rules: ['C-542']
	},
	{
		name: 'missingSchemas',
		title: 'A body without schemas',
		text: 'The RFC requires the list; the service always sends it.',
		positions: [at('refuse', 'Refuse: 400'), at('assume', 'Accept it as a user')],
		rules: ['S-182']
	},
	{
		name: 'groupNames',
		title: 'Two groups with one name',
		text: 'Groups are matched by displayName, so a second one of that name is a conflict in most applications.',
		positions: [at('any', 'Allowed'), at('unique', 'Refuse: 409')],
		rules: ['S-120', 'A-405']
	},
	{
		name: 'noMatch',
		title: 'A query without a match',
		text: 'A 404 here fails the connection test and puts the job into quarantine.',
		positions: [at('empty', '200 with an empty list'), at('notFound', '404')],
		rules: ['S-026', 'A-403'],
		broken: true
	},
	{
		name: 'filters',
		title: 'Filters',
		text: 'An application that ignores them answers every query with everybody, so the service sees several matches.',
		positions: [at('all', 'Supported'), at('refuse', 'Refuse: 400 invalidFilter'), at('ignore', 'Ignored')],
		rules: ['S-032', 'A-410'],
		broken: true
	},
	{
		name: 'paging',
		title: 'Lists in pages',
		text: 'Account Discovery reads all accounts page by page. From an application that does not page it gets 0 results.',
		positions: [at('pages', 'As startIndex and count say'), at('ignore', 'Everybody at once')],
		rules: ['C-423'],
		broken: true
	},
	{
		name: 'excludedMembers',
		title: 'Members although the query excludes them',
		text: 'The service asks for groups with excludedAttributes=members.',
		positions: [at('leaveOut', 'Left out'), at('return', 'Returned')],
		rules: ['S-069', 'A-410'],
		broken: true
	},
	{
		name: 'missingId',
		title: 'Answers without id',
		text: 'Without the id of what was created the service has nothing to link to.',
		positions: [at('never', 'Every answer has an id'), at('always', 'No answer has an id')],
		rules: ['S-030', 'A-410'],
		broken: true
	},
	{
		name: 'storedCase',
		title: 'Letter case of what is stored',
		text: 'A value that comes back in another case differs forever: the same update is sent at every evaluation.',
		positions: [at('asSent', 'As it was sent'), at('lower', 'In lower case')],
		rules: ['S-033', 'A-410'],
		broken: true
	},
	{
		name: 'deactivation',
		title: 'active: false',
		text: 'The update fails with 422. No DELETE is sent instead.',
		positions: [at('accept', 'Accept'), at('refuse', 'Refuse: 422')],
		rules: ['A-410', 'A-013'],
		broken: true
	}
];
