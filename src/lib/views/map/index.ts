export { flowOrder } from './order';
export { leastWidth, placesOf, ZONES, type PlacedNode, type Places, type Zone } from './places';
export { arrowOf, branchOf, pathOf, pointAt, routeOf, type Point } from './routes';
export * from './types';
export { nodeTexts, type NodeText } from './lines';
export { textWidth } from './text';
export { labelPlace } from './label';
