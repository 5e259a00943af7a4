import type { Json } from '#lib/engine/base';
import { saveCommands, withExpression, type Actions, type Saved, type Verb } from '../mapping/mapping-draft';
import { isScopeDraft, scopeCommands, type ScopeDraft } from '../mapping/scope-draft';
import { wrongThreshold } from '../portal/provisioning/draft';

/** What is to be different; null: it stays as it was. */
export interface Changes {
	readonly scope: 'assigned' | 'all' | null;
	/** A number of deletions, or off. */
	readonly threshold: number | 'off' | null;
	readonly actions: Actions | null;
	/** Whether groups are provisioned, and what is done with them. */
	readonly groups: 'on' | 'off' | null;
	readonly groupActions: Actions | null;
	readonly filters: ScopeDraft | null;
	readonly expression: { readonly target: string; readonly text: string } | null;
	readonly credential: 'ok' | 'bad' | null;
	/** A changed scope is felt by those who change; an initial cycle looks at everybody again. */
	readonly restart: boolean;
}

export const noChanges: Changes = {
	scope: null,
	threshold: null,
	actions: null,
	groups: null,
	groupActions: null,
	filters: null,
	expression: null,
	credential: null,
	restart: false
};

export type WhatIfVerb = { readonly verb: string; readonly args: { readonly [name: string]: Json } };

/** The commands that make the changes, before anything else happens there. */
export function commandsOf(app: string, changes: Changes, saved: Saved | null): WhatIfVerb[] {
	const { scope, threshold, actions, groups, groupActions, filters, expression, credential, restart } = changes;
	const commands: WhatIfVerb[] = [];
	if (scope) commands.push({ verb: 'job.setScope', args: { app, mode: scope } });
	if (threshold !== null)
		commands.push({ verb: 'job.setThreshold', args: { app, threshold: threshold === 'off' ? null : threshold } });
	if (credential) commands.push({ verb: 'job.setCredential', args: { app, state: credential } });
	if (filters) commands.push(...verbs(scopeCommands(app, 'users', filters)));
	if (actions) commands.push({ verb: 'job.setActions', args: { app, object: 'users', ...actions } });
	if (groups) commands.push({ verb: 'job.setGroupMapping', args: { app, enabled: groups === 'on' } });
	if (groupActions) commands.push({ verb: 'job.setActions', args: { app, object: 'groups', ...groupActions } });
	if (expression && saved) {
		const draft = withExpression(saved, null, expression.target, expression.text);
		if (draft) commands.push(...verbs(saveCommands(app, 'users', draft)));
	}
	if (restart) commands.push({ verb: 'job.restart', args: { app } });
	return commands;
}

const verbs = (list: readonly Verb[]) => list as readonly unknown[] as readonly WhatIfVerb[];

/** How many things are to be different. */
export function countOf(changes: Changes): number {
	return Object.values(changes).filter((value) => value !== null && value !== false).length;
}

/** What is still missing before anything can be run. */
export function missingIn({ expression, threshold }: Changes): string | null {
	if (expression && expression.target === '') return 'Choose a target attribute.';
	if (expression && expression.text.trim() === '') return 'Write an expression.';
	return (typeof threshold === 'number' && wrongThreshold(threshold)) || null;
}

/** What was kept from another visit may have been written by an older version. */
export function isChanges(value: unknown): value is Changes {
	if (typeof value !== 'object' || value === null) return false;
	const { filters, restart, ...rest } = value as Partial<Changes>;
	if (typeof restart !== 'boolean' || !(filters === null || isScopeDraft(filters))) return false;
	return Object.keys(noChanges).every((name) => name === 'filters' || name === 'restart' || name in rest);
}
