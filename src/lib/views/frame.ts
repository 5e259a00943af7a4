import { counts } from './counts';
import { home } from './home/home';
import { names } from './names-list';
import { map } from './stage/map';
import { timeline } from './stage/timeline';

/** What the frame around every screen asks: the worker loads it first, and the other views when one is asked. */
export const frameViews = { counts, home, map, names, timeline };
