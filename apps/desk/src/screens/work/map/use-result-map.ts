/** The map's answer for the list that stands there, and the shapes it is drawn on. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { neighbourhoodCells } from '../../../../../../ui/neighbourhood-cells.ts';
import { useNeighbourhoods } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { useLive } from '../../../kit/live.ts';
import { narrowingOf } from '../list-filter.ts';
import type { ListFilter } from '../list-filter.ts';
import type { Place } from './map-frame.ts';

const MAP = ['request-map'] as const;
const AFTER_NEWS_MS = 2_000;

export function useResultMap(filter: ListFilter, zoom: number | null) {
  const queries = useQueryClient();
  const query = { ...narrowingOf(filter), zoom };
  const drawAnew = useDebouncedCallback(() => void queries.invalidateQueries({ queryKey: MAP }), AFTER_NEWS_MS);
  useLive(drawAnew);
  return useQuery({
    queryKey: [...MAP, query],
    queryFn: ({ signal }) => api.get<MapAnswer>('/api/v1/requests/map', query, signal),
    enabled: zoom !== null,
    placeholderData: (before) => before,
  });
}

/** A neighbourhood as the map draws it. */
export interface Shape {
  id: number;
  name: string;
  shortName: string;
  middle: Place;
  ring: Place[];
}

/** Of those in use whose middle is known; undefined while nobody has answered. */
export function useShapes(): Shape[] | undefined {
  const { data } = useNeighbourhoods();
  return useMemo(() => {
    if (data === undefined) return undefined;
    const placed = data.flatMap(({ id, active, latitude, longitude }) =>
      active && latitude !== null && longitude !== null
        ? [{ key: String(id), centre: { lat: latitude, lon: longitude } }]
        : [],
    );
    const names = new Map(data.map((each) => [String(each.id), each]));
    return neighbourhoodCells(placed).map(({ key, middle, ring }) => {
      const { id, name, shortName } = names.get(key)!;
      return { id, name, shortName, middle: placeOf(middle), ring: ring.map(placeOf) };
    });
  }, [data]);
}

const placeOf = ({ lat, lon }: { lat: number; lon: number }): Place => ({ latitude: lat, longitude: lon });
