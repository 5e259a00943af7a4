import type { AppDefinition } from '../definition';
import { atlassian } from './atlassian';
import { aws } from './aws';
import { box } from './box';
import { byoa } from './byoa';
import { docusign } from './docusign';
import { dropbox } from './dropbox';
import { github } from './github';
import { google } from './google';
import { larkspur, timecard } from './manual';
import { netsuite } from './netsuite';
import { salesforce } from './salesforce';
import { sapcis } from './sapcis';
import { servicenow } from './servicenow';
import { slack } from './slack';
import { snowflake } from './snowflake';
import { workplace } from './workplace';
import { zoom } from './zoom';
import { zscaler } from './zscaler';

/** Every application that can be added. */
export const catalogue: readonly AppDefinition[] = [
	salesforce,
	servicenow,
	zscaler,
	slack,
	dropbox,
	aws,
	google,
	box,
	zoom,
	github,
	atlassian,
	docusign,
	sapcis,
	snowflake,
	workplace,
	netsuite,
	byoa,
	timecard,
	larkspur
];

const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));

export function inGallery(kind: string): AppDefinition | undefined {
	return definitions.get(kind);
}
