export { groupsFor } from './build';
export { isDynamic, type EntraGroup, type GroupWithMembers, type Members } from './group';
