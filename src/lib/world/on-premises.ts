/** What a company with an Active Directory has besides. */
export { adAccounts } from '#lib/tenant/ad/build';
export { syncedUser } from '#lib/tenant/entra/from-ad';
export { writeFeed } from './ad/feed';
export { propagate } from './ad/rights';
export { answerForAd, isTakenInAd } from './inbound/ad-provider';
export { adRow, populateHybrid } from './setup-hybrid';
