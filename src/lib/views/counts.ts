import * as z from 'zod/mini';
import { defineView } from './view';

/** How many there are of what the navigation leads to. */
export const counts = defineView(z.object({}), ({ tables }) => {
	let users = 0;
	let deleted = 0;
	for (const { softDeletedAt } of tables.users.all()) {
		if (softDeletedAt === null) users++;
		else deleted++;
	}
	let groups = 0;
	for (const { softDeletedAt } of tables.groups.all()) if (softDeletedAt === null) groups++;
	return { users, groups, apps: [...tables.apps.all()].length, deleted };
});
