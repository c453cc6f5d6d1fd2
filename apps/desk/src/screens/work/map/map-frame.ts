/** Which part of the earth the picture shows, and where a point of it lies in pixels. True to scale within a town; nothing here knows what is drawn. Pure. */

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Place {
  latitude: number;
  longitude: number;
}

/** The middle of the picture and how near it is: at 0 the earth is 256 pixels wide, each step doubles it. */
export interface View extends Place {
  zoom: number;
}

const TILE_PIXELS = 256;
const NEAREST = 19;
const FARTHEST = 6;
/** Room around what is fitted in, so that nothing sits on the edge. */
const MARGIN = 0.06;
/** Of a degree: a tenth of a metre. */
const DIGITS = 6;

const acrossPixels = (zoom: number): number => (TILE_PIXELS * 2 ** zoom) / 360;
/** A degree of latitude is longer than one of longitude. */
const shrink = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

export interface Spot {
  x: number;
  y: number;
}

export function spotOf({ latitude, longitude }: Place, view: View, { width, height }: Size): Spot {
  const across = acrossPixels(view.zoom);
  return {
    x: width / 2 + (longitude - view.longitude) * across,
    y: height / 2 - ((latitude - view.latitude) * across) / shrink(view.latitude),
  };
}

export function placeAt({ x, y }: Spot, view: View, { width, height }: Size): Place {
  const across = acrossPixels(view.zoom);
  return {
    longitude: view.longitude + (x - width / 2) / across,
    latitude: view.latitude - ((y - height / 2) * shrink(view.latitude)) / across,
  };
}

/** Null: there is nothing to be fitted in. */
export function boxAround(places: readonly Place[]): Box | null {
  if (places.length === 0) return null;
  const [ys, xs] = [places.map(({ latitude }) => latitude), places.map(({ longitude }) => longitude)];
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** As near as the whole box allows. */
export function viewOf(box: Box, { width, height }: Size, margin = 0): View {
  const latitude = (box.south + box.north) / 2;
  const share = 1 - 2 * margin;
  const across = Math.max(box.east - box.west, 1e-4);
  const up = Math.max(box.north - box.south, 1e-4) / shrink(latitude);
  const pixels = Math.min((width * share) / across, (height * share) / up);
  return { latitude, longitude: (box.west + box.east) / 2, zoom: bounded(Math.log2((pixels * 360) / TILE_PIXELS)) };
}

export const fitted = (box: Box, size: Size): View => viewOf(box, size, MARGIN);

const bounded = (zoom: number): number => Math.min(NEAREST, Math.max(FARTHEST, zoom));

export const isNearest = ({ zoom }: View): boolean => zoom >= NEAREST;

export function boxOf(view: View, size: Size): Box {
  const [from, to] = [placeAt({ x: 0, y: 0 }, view, size), placeAt({ x: size.width, y: size.height }, view, size)];
  return { west: from.longitude, south: to.latitude, east: to.longitude, north: from.latitude };
}

/** Nearer by so many steps, or further with fewer than none; what lies at the spot stays where it is. */
export function zoomed(view: View, by: number, { at, size }: { at: Spot; size: Size }): View {
  const before = placeAt(at, view, size);
  const next = { ...view, zoom: bounded(view.zoom + by) };
  const after = placeAt(at, next, size);
  return {
    ...next,
    latitude: next.latitude + before.latitude - after.latitude,
    longitude: next.longitude + before.longitude - after.longitude,
  };
}

/** The picture pushed by so many pixels. */
export function pushed(view: View, by: Spot, size: Size): View {
  return { ...placeAt({ x: size.width / 2 - by.x, y: size.height / 2 - by.y }, view, size), zoom: view.zoom };
}

const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** As the address and the server say it. */
export const boxText = ({ west, south, east, north }: Box): string => [west, south, east, north].map(rounded).join(',');

export function boxFrom(written: string | undefined): Box | null {
  const [west, south, east, north] = (written ?? '').split(',').map(Number);
  const all = [west, south, east, north];
  if (all.length !== 4 || !all.every((each) => Number.isFinite(each))) return null;
  return west! < east! && south! < north! ? { west: west!, south: south!, east: east!, north: north! } : null;
}

/** Corners of a drawn shape: `29.11,41.02;29.13,41.02;…`, longitude first. */
export const areaText = (corners: readonly Place[]): string =>
  corners.map(({ longitude, latitude }) => `${rounded(longitude)},${rounded(latitude)}`).join(';');

export function areaFrom(written: string | undefined): Place[] {
  return (written ?? '').split(';').flatMap((corner) => {
    const [longitude, latitude] = corner.split(',').map(Number);
    return Number.isFinite(longitude) && Number.isFinite(latitude) && corner !== ''
      ? [{ longitude: longitude!, latitude: latitude! }]
      : [];
  });
}
