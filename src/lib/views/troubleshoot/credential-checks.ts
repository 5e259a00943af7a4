import { activeAgent } from '#lib/world/inbound/ad-provider';
import { momentWords } from '../time';
import { check, type Check } from './check';
import type { Situation } from './situation';

/** Text that is stored for one instance, in bytes of UTF-8. */
function bytesOf(text: string): number {
	let bytes = 0;
	for (const sign of text) {
		const code = sign.codePointAt(0)!;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}

const most = 1024;

/** C-042: in 2017 a long token is tested well and still not saved. */
export function storageCheck({ world, config }: Situation): Check | null {
	if (world.sim.host.tenantRow.era !== 2017) return null;
	const bytes = bytesOf(Object.values(config.secrets).join('') + (config.notificationMail ?? ''));
	return check({
		id: 'storage',
		looked: 'Length of the credentials',
		verdict: bytes > most ? 'cause' : 'in order',
		rule: 'C-042',
		sentence: `Credentials and Notification Email take ${bytes} of ${most} bytes that one instance can store.${bytes > most ? ' Save fails although Test Connection passes.' : ''}`,
		mend: { to: 'edit', label: 'Admin Credentials' }
	});
}

/** C-041: in 2021 every field has to be filled in, the mail too. */
export function filledCheck({ world, config, profile }: Situation): Check | null {
	const { fields, kind } = profile.credentials;
	if (fields.length === 0) return null;
	const { era } = world.sim.host.tenantRow;
	const saved = (key: string, secret = false) =>
		(config.secrets[key] ?? '') || (secret ? (config.secrets.SecretToken ?? '') : profile.host);
	const empty = fields.filter(({ key, secret }) => saved(key, secret) === '').map(({ label }) => label);
	const wanted = era === 2021 && !config.notificationMail ? [...empty, 'Notification Email'] : empty;
	const all = fields.map(({ label }) => label).join(', ');
	return check({
		id: 'filled',
		looked: 'Fields of the credentials',
		verdict: wanted.length > 0 ? 'cause' : 'in order',
		rule: era === 2021 ? 'C-041' : kind === 'clientCredentials' ? 'S-014' : 'C-039',
		sentence:
			wanted.length > 0
				? `${wanted.join(' and ')} ${wanted.length === 1 ? 'is' : 'are'} empty${era === 2021 ? ': in 2021 nothing is saved before all of them are filled in' : ''}.`
				: `${all} ${fields.length === 1 ? 'is' : 'are'} filled in.`,
		mend: { to: 'edit', label: 'Admin Credentials' }
	});
}

/** C-349: good credentials do not start a cycle by themselves. */
export function waitingCheck(situation: Situation): Check | null {
	const { job, now } = situation;
	const isStuck = job.quarantine?.reason === 'EncounteredQuarantineException' && situation.connection.ok;
	if (!isStuck || job.nextAt === null || job.nextAt <= now) return null;
	return check({
		id: 'waiting',
		looked: 'After new credentials',
		verdict: 'cause',
		rule: 'C-349',
		sentence: `The credentials are good now, but saving them runs no cycle: the job stays in quarantine until its next try ${momentWords(job.nextAt, now)}. Start provisioning tries at once.`,
		mend: { to: 'overview', label: 'Start provisioning' }
	});
}

/** H-276: without an agent nobody reaches Active Directory. */
export function agentCheck({ world, profile }: Situation): Check | null {
	if (profile.template?.target !== 'ad') return null;
	const agent = activeAgent(world.sim);
	const isReached = agent !== null && !agent.silent && !agent.unregistered;
	return check({
		id: 'agent',
		looked: 'Provisioning agent',
		verdict: isReached ? 'in order' : 'cause',
		rule: 'H-276',
		sentence: isReached
			? `Active Directory is reached through ${agent.name}.`
			: agent
				? `${agent.name} ${agent.silent ? 'does not answer' : 'is not registered with the domain'}, so Active Directory is not reached.`
				: 'No agent is active, so Active Directory is not reached.',
		mend: { to: 'agents', label: 'Agents' }
	});
}
