import { apps } from './apps/apps';
import { deletedUsers } from './directory/deleted-users';
import { groups } from './directory/groups';
import { users } from './directory/users';

/** What is searched from everywhere. */
export const listViews = { apps, deletedUsers, groups, users };
