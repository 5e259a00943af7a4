/** The guest who exists in every sandbox. */
export const FIRST_GUEST = { givenName: 'Sam', surname: 'Partner', mail: 'sam@adatum.com' } as const;
