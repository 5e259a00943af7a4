/** What a provider offers besides reading and writing its resources. */
export { bulk } from './bulk';
export { discover } from './discovery';
export { issueToken } from './token';
