import * as z from 'zod/mini';

// Before the first schema: zod's probe for `new Function` would be a violation of the page's policy.
z.config({ jitless: true });
