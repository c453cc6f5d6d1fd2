import { describe, expect, it } from 'vitest';
import {
  areaFrom,
  areaText,
  boxFrom,
  boxOf,
  boxText,
  fitted,
  placeAt,
  pushed,
  spotOf,
  viewOf,
  zoomed,
} from './map-frame.ts';

const size = { width: 800, height: 500 };
const town = { west: 29.08, south: 41.0, east: 29.18, north: 41.06 };
const view = viewOf(town, size);

describe('the frame of the map', () => {
  it('holds the whole box, and no more than it must', () => {
    const shown = boxOf(view, size);
    expect(shown.west).toBeLessThanOrEqual(town.west + 1e-9);
    expect(shown.north).toBeGreaterThanOrEqual(town.north - 1e-9);
    const slack = Math.min(town.west - shown.west, shown.north - town.north);
    expect(Math.abs(slack)).toBeLessThan(1e-9);
    expect(fitted(town, size).zoom).toBeLessThan(view.zoom);
  });

  it('gives a spot back as the place it is', () => {
    const place = { latitude: 41.0231, longitude: 29.1542 };
    const back = placeAt(spotOf(place, view, size), view, size);
    expect(back.latitude).toBeCloseTo(place.latitude, 9);
    expect(back.longitude).toBeCloseTo(place.longitude, 9);
  });

  it('keeps under the finger what lies there while it comes nearer', () => {
    const at = { x: 130, y: 410 };
    const nearer = zoomed(view, 2, { at, size });
    expect(nearer.zoom).toBeCloseTo(view.zoom + 2, 9);
    const [before, after] = [placeAt(at, view, size), placeAt(at, nearer, size)];
    expect(after.longitude).toBeCloseTo(before.longitude, 9);
    expect(after.latitude).toBeCloseTo(before.latitude, 4);
  });

  it('ends before it would show a doorstep or the whole earth', () => {
    const at = { x: 400, y: 250 };
    expect(zoomed(view, 40, { at, size }).zoom).toBe(19);
    expect(zoomed(view, -40, { at, size }).zoom).toBe(6);
  });

  it('follows the hand', () => {
    const place = { latitude: 41.03, longitude: 29.13 };
    const [before, after] = [spotOf(place, view, size), spotOf(place, pushed(view, { x: 60, y: -20 }, size), size)];
    expect(after.x - before.x).toBeCloseTo(60, 1);
    expect(after.y - before.y).toBeCloseTo(-20, 1);
  });

  it('stands in the address, and whatever else stands there is no frame', () => {
    expect(boxFrom(boxText(town))).toEqual(town);
    for (const wrong of [undefined, '', '1,2,3', 'a,b,c,d', '29,41,28,42', '29,41,30,40'])
      expect(boxFrom(wrong)).toBeNull();
    const corners = [{ longitude: 29.1, latitude: 41.01 }, { longitude: 29.12, latitude: 41.02 }, { longitude: 29.11, latitude: 41.03 }]; // prettier-ignore
    expect(areaFrom(areaText(corners))).toEqual(corners);
    expect(areaFrom('x;;1')).toEqual([]);
  });
});
