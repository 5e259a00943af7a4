import type { MapData, MapNode } from './types';

const apps: MapNode[] = [
	{ id: 'zendesk', kind: 'app', name: 'Zendesk', state: 'off', facts: ['Not configured'], short: 'Not configured' },
	{
		id: 'slack',
		kind: 'app',
		name: 'Slack',
		state: 'running',
		facts: ['24 of 25 users'],
		stateWords: 'Incremental, page 3 of 4',
		short: 'page 3 of 4'
	},
	{
		id: 'github',
		kind: 'app',
		name: 'GitHub',
		state: 'idle',
		facts: ['11 of 11 users', 'Idle, next 10:20'],
		short: '11 of 11 users'
	},
	{
		id: 'now',
		kind: 'app',
		name: 'ServiceNow',
		state: 'idle',
		facts: ['25 of 25 users', 'Idle, next 10:20'],
		short: '25 of 25 users'
	},
	{
		id: 'salesforce',
		kind: 'app',
		name: 'Salesforce',
		state: 'quarantine',
		facts: ['0 of 9 users'],
		stateWords: 'Quarantine, next try 03:00',
		short: 'retry 03:00'
	}
];

/** The company of the drawings. */
export function sampleMap(): MapData {
	const idle = { state: 'idle' } as const;
	return {
		nodes: [
			{ id: 'workday', kind: 'hr', name: 'Workday', facts: ['31 workers', 'Next import 10:20'], ...idle },
			{
				id: 'agent',
				kind: 'agent',
				name: 'Provisioning agent',
				facts: ['2 of 2 connected'],
				hint: 'It only calls out.',
				...idle
			},
			{ id: 'ad', kind: 'ad', name: 'Active Directory', facts: ['28 accounts, 3 disabled'], ...idle },
			{ id: 'connect', kind: 'connect', name: 'Connect sync', facts: ['Every 30 min, next 10:21'], ...idle },
			{ id: 'entra', kind: 'entra', name: 'Entra ID', facts: ['25 users, 6 groups', '1 deleted user'], ...idle },
			{
				id: 'service',
				kind: 'service',
				name: 'Provisioning service',
				facts: [],
				...idle,
				jobs: [
					{ id: 'w', name: 'Workday to AD', words: 'next 10:20', state: 'idle' },
					{ id: 's', name: 'Slack', words: 'page 3 of 4', state: 'running' },
					{ id: 'f', name: 'Salesforce', words: 'quarantine', state: 'quarantine' },
					{ id: 'g', name: 'GitHub', words: 'next 10:20', state: 'idle' },
					{ id: 'n', name: 'ServiceNow', words: 'next 10:20', state: 'idle' }
				]
			},
			...apps
		],
		edges: [
			{ id: 'hr', from: 'workday', to: 'service', state: 'idle' },
			{ id: 'sa', from: 'service', to: 'agent', state: 'idle' },
			{ id: 'aa', from: 'agent', to: 'ad', state: 'idle' },
			{ id: 'ac', from: 'ad', to: 'connect', state: 'idle' },
			{ id: 'ce', from: 'connect', to: 'entra', state: 'idle' },
			{ id: 'es', from: 'entra', to: 'service', state: 'active' },
			{ id: 'slack', from: 'service', to: 'slack', state: 'active' },
			{ id: 'github', from: 'service', to: 'github', state: 'idle' },
			{ id: 'now', from: 'service', to: 'now', state: 'idle' },
			{ id: 'salesforce', from: 'service', to: 'salesforce', state: 'failure' },
			{ id: 'zendesk', from: 'service', to: 'zendesk', state: 'off' },
			{ id: 'back', from: 'service', to: 'workday', state: 'idle', writeback: true }
		]
	};
}
