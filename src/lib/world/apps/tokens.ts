import type { AppSettings } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { Refused } from '../commands/command';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

/** The tokens that an application has issued and that end, the newest last; null: its token has no end. */
export function issuedBy({ settings }: AppRow): NonNullable<AppSettings['issued']> | null {
	return (settings as AppSettings).issued ?? null;
}

/** Whether the application still takes this token. */
export function takes(app: AppRow, token: string, now: number): boolean {
	const issued = issuedBy(app);
	return issued ? issued.some((one) => one.token === token && now < one.ends) : token === app.token;
}

/** a new token counts beside the one before it, until that one ends; there are two at most. */
export function issueToken(sim: Simulation, app: AppRow): string {
	const { tokenEnds } = definitionOf(app.kind);
	const now = sim.ledger.clock;
	const good = issuedBy(app)?.filter(({ ends }) => now < ends);
	if (!tokenEnds || !good) throw new Refused(`Tokens of ${app.name} do not expire.`);
	if (good.length >= 2)
		throw new Refused(`${app.name} has two valid tokens already: wait until the older one expires.`);
	const token = nextOf(app);
	const issued = [...good, { token, ends: tokenEnds(now) }];
	sim.writer.put('apps', app.slot, { ...app, token, settings: { ...app.settings, issued } });
	return token;
}

/** tok-aws, tok-aws-2, tok-aws-3. */
function nextOf({ key, token }: AppRow): string {
	const number = Number(token.slice(`tok-${key}-`.length)) || 1;
	return `tok-${key}-${number + 1}`;
}

/** What to enter for a token that is taken: the newest, or a new one where that has ended. */
export function validToken(sim: Simulation, app: AppRow): string {
	return takes(app, app.token, sim.ledger.clock) ? app.token : issueToken(sim, app);
}
