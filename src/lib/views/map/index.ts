export { flowOrder } from './order';
export { placesOf, ZONES, type PlacedNode, type Places, type Zone } from './places';
export { arrowOf, pathOf, pointAt, routeOf, type Point } from './routes';
export * from './types';
