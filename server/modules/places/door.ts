// The door of places: the municipality's neighbourhoods, streets and areas.
export type { Area, Neighbourhood, PlacesProfile, RoadAuthority, Street } from './neighbourhood.ts';
export type { Spot } from './area.ts';
export { areaFinder } from './area.ts';
export type { StreetBook } from './street-book.ts';
export { listAreas, listNeighbourhoods, neighbourhoodById, streetBook, suggestStreets } from './queries.ts';
// As the database has them inside a transaction that may have changed one; listAreas and listNeighbourhoods remember.
export { allAreas as readAreas, allNeighbourhoods as readNeighbourhoods } from './store.ts';
export { saveArea } from './actions/save-area.ts';
export { saveNeighbourhood } from './actions/save-neighbourhood.ts';
export { saveStreet } from './actions/save-street.ts';
export { seedPlaces } from './actions/seed-places.ts';
