// The door of places: the municipality's neighbourhoods and streets.
export type { Neighbourhood, PlacesProfile, Street } from './neighbourhood.ts';
export { listNeighbourhoods, neighbourhoodById, suggestStreets } from './queries.ts';
export { seedPlaces } from './actions/seed-places.ts';
