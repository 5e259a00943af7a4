export { palettes } from './palette';
export { stageSvg, type StagePicture } from './stage-svg';
export type { TimelinePart } from './timeline-svg';
