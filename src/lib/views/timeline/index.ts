export { BASE } from './activity';
export {
	cyclesIn,
	emptyEvents,
	eventOfSeq,
	markName,
	outcomeName,
	pushEvent,
	reachOf,
	type TimelineEvent
} from './columns';
export { flagsOf, type Flag } from './flags';
export { hit, isOneMoment, markOf, neighbour, nextAtMoment, type Hit } from './hit';
export { layout, scaleAround, scaleFor, type Scene, type SceneInput, type Sheet } from './layout';
export { xOf } from './scale';
export type { LaidMark } from './merge';
export { clampZoom, fitted, followed, offsetOf, panned, timeAt, zoomed, FOLLOW_AT, PAST_AT, type View } from './view';
export * from './types';
export * from './words';
