import { apps } from './apps/apps';
import { deletedUsers } from './directory/deleted-users';
import { groups } from './directory/groups';
import { users } from './directory/users';
import { home } from './home/home';
import { names } from './names-list';
import { map } from './stage/map';
import { timeline } from './stage/timeline';

/** What the frame around every screen asks: the worker loads it first, and the other views when one is asked. */
export const frameViews = { apps, deletedUsers, groups, home, map, names, timeline, users };
