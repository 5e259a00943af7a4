import type { ViewData } from '#lib/views';
import type { MapData, MapEdge, MapNode } from '#lib/views/map/types';

type Home = ViewData<'home'>;

/** The company as it is wired: Entra ID feeds the provisioning service, the service feeds the applications. */
export function mapOf(home: Home, hrefOf: (key: string) => string): MapData {
	const apps = home.systems.filter(({ kind }) => kind === 'app');
	const others = home.systems.filter(({ kind }) => kind !== 'app');
	const service: MapNode = {
		id: 'service',
		kind: 'service',
		name: 'Provisioning service',
		state: apps.some(({ state }) => state === 'running') ? 'running' : 'idle',
		facts: [],
		jobs: apps.map(({ id, name, words, state }) => ({ id, name, words, state }))
	};
	const nodes: MapNode[] = [
		...others.map(({ id, kind, name, state, facts, words }) => ({
			id,
			kind,
			name,
			state,
			facts,
			stateWords: words || undefined
		})),
		service,
		...apps.map(({ id, name, state, facts, words }) => ({
			id,
			kind: 'app' as const,
			name,
			state,
			facts,
			stateWords: words,
			short: words,
			href: hrefOf(id)
		}))
	];
	const edges: MapEdge[] = [
		{ id: 'entra-service', from: 'entra', to: 'service', state: service.state === 'running' ? 'active' : 'idle' },
		...apps.map(({ id, state, name }): MapEdge => ({
			id: `service-${id}`,
			from: 'service',
			to: id,
			state: state === 'running' ? 'active' : state === 'quarantine' ? 'failure' : state === 'off' ? 'off' : 'idle',
			name
		}))
	];
	return { nodes, edges };
}
