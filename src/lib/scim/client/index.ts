export { listOf, refusalOf, resourceOf, retryAfter, type Refusal, type Understood } from './answers';
export { errorCodeOf, INCOMPATIBLE, TIMEOUT } from './codes';
export { dialectOf, withoutFlag, type Connection, type Dialect, type Type } from './connection';
export { create, type TargetValues } from './create';
export { checkManager, checkMember, match, page, probe, read } from './queries';
export { parseTarget, valueAt, type TargetPath } from './target';
export {
	addMembers,
	remove,
	removeMembers,
	setActive,
	setManager,
	update,
	type ManagerForm,
	type TargetChange
} from './update';
