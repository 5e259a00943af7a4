import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

/** From now on zod says what is wrong with something in words. */
z.config(en());

export const language = 'en';
