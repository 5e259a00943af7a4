import { logs } from './logs/logs';
import { why } from './why/why';

/** What the story of the start page asks: without the other views. */
export const storyViews = { logs, why };
