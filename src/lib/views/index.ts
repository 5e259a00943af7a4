import { apps } from './apps/apps';
import { users } from './directory/users';
import { logRow } from './logs/log-row';
import { logs } from './logs/logs';
import { rule } from './rule';
import { timeline } from './stage/timeline';
import { provisioning } from './status/provisioning';
import type { View } from './view';
import { why } from './why/why';

/** Everything that a screen can ask of a world, by name. */
export const views = { apps, logRow, logs, provisioning, rule, timeline, users, why };

export type Views = typeof views;
export type ViewName = keyof Views;
export type ViewArgs<N extends ViewName> = Views[N] extends View<infer A, unknown> ? A : never;
export type ViewData<N extends ViewName> = ReturnType<Views[N]>;

export { NotThere } from './names';
export type { Page, View } from './view';
