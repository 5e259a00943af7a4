import type { Flow } from '../portal.svelte';

/** The newer flow calls the fields of OAuth client credentials otherwise (portal glossary 2). */
const newer: { readonly [key: string]: string } = {
	Oauth2TokenExchangeUri: 'OAuth token endpoint',
	Oauth2ClientId: 'Client identifier',
	Oauth2ClientSecret: 'Client secret'
};

export function fieldLabel({ key, label }: { readonly key: string; readonly label: string }, flow: Flow): string {
	return (flow === 'newer' && newer[key]) || label;
}
