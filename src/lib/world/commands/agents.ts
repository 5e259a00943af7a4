import * as z from 'zod/mini';
import type { Rule } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import type { Simulation } from '../simulation';
import type { AgentRow } from '../tables/hybrid';
import { define, Refused } from './command';

const named = z.object({
	agent: z
		.string()
		.check(
			z.minLength(1),
			z.maxLength(60),
			z.regex(/^[\w.-]+$/, { message: 'The name of a server has only letters, digits, dots and hyphens.' })
		)
});

function agentOf(sim: Simulation, name: string): AgentRow {
	const slot = sim.tables.agentsByName.first(name);
	if (slot === undefined) throw new Refused(`There is no provisioning agent ${name}.`);
	return sim.tables.agents.get(slot)!;
}

function set(
	sim: Simulation,
	agent: AgentRow,
	changed: Partial<AgentRow>,
	what: string,
	cause: number,
	rule: Rule = 'H-275'
): void {
	sim.writer.put('agents', agent.slot, { ...agent, ...changed });
	sim.writer.tell('source.changed', rule, cause, 'agents', agent.slot, 0, what);
}

export const agents = {
	'agent.install': define({
		schema: named,
		describe: (_sim, { agent }) => `Install the provisioning agent ${agent}`,
		apply(sim, { agent }, cause) {
			if (sim.tables.connect.get(0) === null) throw new Refused('There is no Active Directory in this company.');
			if (sim.tables.agentsByName.first(agent) !== undefined) throw new Refused(`${agent} is installed already.`);
			const row: AgentRow = { slot: NEW, name: agent, active: true, silent: false, startedAt: sim.ledger.clock };
			const slot = sim.writer.put('agents', NEW, row);
			sim.writer.tell('source.changed', 'H-271', cause, 'agents', slot, 0, 'installed');
		}
	}),
	'agent.stop': define({
		schema: named,
		describe: (_sim, { agent }) => `Stop the provisioning agent ${agent}`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			if (!row.active) throw new Refused(`${agent} is stopped already.`);
			set(sim, row, { active: false }, 'inactive', cause);
		}
	}),
	'agent.start': define({
		schema: named,
		describe: (_sim, { agent }) => `Start the provisioning agent ${agent}`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			if (row.active) throw new Refused(`${agent} is running already.`);
			set(sim, row, { active: true, silent: false, startedAt: sim.ledger.clock }, 'active', cause);
		}
	}),
	'agent.silence': define({
		schema: named,
		describe: (_sim, { agent }) => `Let the provisioning agent ${agent} stop answering`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			if (!row.active || row.silent) throw new Refused(`${agent} already does not answer.`);
			set(sim, row, { silent: true }, 'does not answer', cause);
		}
	}),
	'agent.breakRegistration': define({
		schema: named,
		describe: (_sim, { agent }) => `Break the registration of ${agent} with the domain`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			if (row.unregistered) throw new Refused(`${agent} is already not registered with the domain.`);
			set(sim, row, { unregistered: true }, 'not registered with the domain', cause, 'H-279');
		}
	}),
	'agent.register': define({
		schema: named,
		describe: (_sim, { agent }) => `Register ${agent} with the domain again`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			if (!row.unregistered) throw new Refused(`${agent} is registered with the domain.`);
			set(sim, row, { unregistered: false }, 'registered with the domain', cause, 'H-279');
		}
	}),
	'agent.remove': define({
		schema: named,
		describe: (_sim, { agent }) => `Remove the provisioning agent ${agent}`,
		apply(sim, { agent }, cause) {
			const row = agentOf(sim, agent);
			sim.writer.tell('source.changed', 'H-277', cause, 'agents', row.slot, 0, 'removed');
			sim.writer.put('agents', row.slot, null);
		}
	})
};
