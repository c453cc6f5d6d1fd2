/** The nouns of places. Pure; what crosses the wire has the contract's shape. */
import type { Area, RegisteredStreet, RoadAuthority, Shape, Street } from '../../../contract/places.ts';

export type { Area, RegisteredStreet, RoadAuthority, Shape, Street };

/** A neighbourhood as the municipality writes it, with the forms a sentence needs, because Turkish suffixes cannot be glued on. */
export interface Neighbourhood {
  id: number;
  /** As lists and figures print it: `Adem Yavuz`. */
  name: string;
  /** As an address begins: `Adem Yavuz Mahallesi`. */
  fullName: string;
  /** As a tile of the map has room for: `C. Meriç`. */
  shortName: string;
  /** As a sentence says where: `Adem Yavuz Mahallesi'nde`. */
  locative: string;
  /** Its square on the tile map; null when it has none. */
  tileCol: number | null;
  tileRow: number | null;
  latitude: number | null;
  longitude: number | null;
  active: boolean;
  version: number;
}

/** What a ready profile (data/municipalities) says about places. */
export interface PlacesProfile {
  neighbourhoods: ProfileNeighbourhood[];
}

export interface ProfileNeighbourhood {
  name: string;
  fullName: string;
  shortName: string;
  locative: string;
  tile: { col: number; row: number } | null;
  centre: { lat: number; lon: number } | null;
  streets: { names: string[] };
}
