import type { ViewData } from '#lib/views';
import type { CellMark } from '../../kit';

type Agents = ViewData<'agents'>;
export type AgentRow = Agents['agents'][number];

export const agentWords: Record<AgentRow['state'], string> = {
	active: 'Active',
	standby: 'Active, waits as the next one',
	silent: 'Active, does not answer',
	unregistered: 'Active, not registered with the domain',
	inactive: 'Inactive',
	removed: 'Removed'
};

export const agentMarks: Record<AgentRow['state'], CellMark> = {
	active: { mark: 'success', tone: 'success' },
	standby: { mark: 'success', tone: 'quiet' },
	silent: { mark: 'failure', tone: 'failure' },
	unregistered: { mark: 'failure', tone: 'failure' },
	inactive: { mark: 'disable', tone: 'warn' },
	removed: { mark: 'delete', tone: 'quiet' }
};

/** What the calls to Active Directory come to at this moment, and the rules that say so. */
export function reachWords({ reach, through, jobs, agents }: Omit<Agents, 'facts'>): {
	readonly text: string;
	readonly rules: readonly string[];
} {
	const fate = (code: string) =>
		jobs.some(({ quarantine }) => quarantine?.code === code)
			? `each try fails with ${code}, and the job stays in quarantine`
			: `the next cycle fails with ${code}, and the job goes to quarantine`;
	if (reach === 'answered' && !agents.some(({ state }) => state === 'standby'))
		return {
			rules: ['H-271'],
			text: `The jobs reach Active Directory through ${through}. No other agent could take over from it: at least two are recommended, and three are best.`
		};
	if (reach === 'answered')
		return {
			rules: ['H-272'],
			text: `The jobs reach Active Directory through ${through}. One agent is active at a time.`
		};
	if (reach === 'not answered')
		return {
			rules: ['H-278'],
			text: `${through} is running but does not answer: each call fails with HybridIdentityServiceAgentSignalingError, and no other agent takes over while it counts as active.`
		};
	if (reach === 'not registered')
		return {
			rules: ['H-279'],
			text: `${through} is not registered with the domain: ${fate('HybridIdentityServiceInvalidResource')}. Register it again.`
		};
	if (reach === 'no active agent')
		return {
			rules: ['H-276', 'H-283'],
			text: `No agent is active: ${fate('HybridIdentityServiceNoActiveAgents')}. Nothing is lost: what has changed meanwhile is processed when an agent is active again.`
		};
	return {
		rules: ['H-277'],
		text: `No agent is installed: ${fate('HybridIdentityServiceNoAgentsAssigned')}.`
	};
}
