import { readScenario, type Scenario } from './read';

export { features } from './features';
export { readScenario, type Audience, type Scenario, type ScenarioBlock } from './read';

const files = import.meta.glob<string>('./S-*.md', { query: '?raw', import: 'default', eager: true });

/** The library of scenarios, by their numbers: each is one file, prose around scripts. */
export const scenarios: readonly Scenario[] = Object.keys(files)
	.sort()
	.map((path) => readScenario(files[path]!));
