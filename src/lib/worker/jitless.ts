import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// Before the first schema: zod's probe for `new Function` would be a violation of the page's policy.
z.config({ ...en(), jitless: true });
