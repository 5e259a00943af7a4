export type { BrownfieldAccount } from './account';
export { brownfieldAccounts, variantDrawer } from './build';
export { defaultSeats, LOOKUP_TABLES, type Seats } from './settings';
