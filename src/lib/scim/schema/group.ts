import { CORE_GROUP } from '../urns';
import { complex, reference, text } from './define';
import type { Schema } from './types';

const immutable = { mutability: 'immutable' } as const;

/** S-203: the text of the RFC requires displayName, the listing does not. S-204: a member is a whole value. */
export const groupSchema: Schema = {
	id: CORE_GROUP,
	name: 'Group',
	description: 'Group',
	attributes: [
		text('displayName', "The group's name.", { required: true }),
		complex(
			'members',
			'The members of the group.',
			[
				text('value', "The member's id.", immutable),
				reference('$ref', "The member's address.", ['User', 'Group'], immutable),
				text('display', "The member's name.", immutable),
				text('type', 'User or Group.', { ...immutable, canonicalValues: ['User', 'Group'] })
			],
			{ multiValued: true }
		)
	]
};
