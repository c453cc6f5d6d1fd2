/** The map of a list: heaps with numbers, single ones as pins, and how many lie in each neighbourhood. */
import type { FilterQuery, MapAnswer, MapQuery } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { listedRequests } from '../requests/door.ts';
import { countedLately } from './counted-lately.ts';
import { countMatches } from './entry-store.ts';
import { MOST_COUNTED } from './find.ts';
import { openList } from './list.ts';
import type { Heap } from './map-store.ts';
import { heaps } from './map-store.ts';
import { newestFirst } from './stretches.ts';

/** So many are looked at for one picture; of a whole city over ten years the newest are what somebody wants to see. */
const MOST_LOOKED_AT = 5_000;
const MOST_PINS = 300;
const FIRST_ZOOM = 12;
/** A heap stands for what lies within so many pixels. */
const CELL_PIXELS = 56;
const TILE_PIXELS = 256;
/** How much narrower a degree of longitude is than one of latitude in the middle of the country, at 39° north. */
const NARROWER = 0.777;

export async function mapOf(house: House, actor: StaffActor, query: MapQuery): Promise<MapAnswer> {
  const { zoom = FIRST_ZOOM, ...filter } = query;
  const now = house.clock.now();
  const list = await openList(house.db, actor, { query: filter, now });
  const nothing = { heaps: [], pins: [], neighbourhoods: [], total: 0, withoutPoint: 0, more: false };
  if (list.wanted === null) return nothing;
  const longitude = (360 * CELL_PIXELS) / (TILE_PIXELS * 2 ** zoom);
  const cell = { longitude, latitude: longitude * NARROWER };
  const found = await heaps(house.db, list.wanted, {
    stretches: newestFirst(now, list.filter.period),
    cell,
    most: MOST_LOOKED_AT,
  });
  const total = sum(found);
  const located = gathered(found, cell);
  const alone = located.filter(({ many }) => many === 1).slice(0, MOST_PINS);
  const pins = new Set(alone);
  return {
    heaps: located.filter((heap) => !pins.has(heap)).map(({ id: _, ...heap }) => heap),
    pins: await pinsOf(house, list.reader.sights, alone),
    neighbourhoods: byNeighbourhood(found),
    total,
    withoutPoint: isFramed(filter)
      ? await withoutPoint(house, actor, filter)
      : sum(found.filter(({ latitude }) => latitude === null)),
    more: total >= MOST_LOOKED_AT,
  };
}

const isFramed = ({ box, area }: FilterQuery): boolean => Boolean(box) || Boolean(area);

/** What the same filter holds outside every picture: without a point it lies in none. */
async function withoutPoint(house: House, actor: StaffActor, filter: FilterQuery): Promise<number> {
  const { box: _, area: __, ...query } = filter;
  const has = [query.has, 'no-point'].filter(Boolean).join(',');
  const now = house.clock.now();
  const { wanted, filter: whole } = await openList(house.db, actor, { query: { ...query, has }, now });
  if (wanted === null) return 0;
  const { period } = whole;
  return countedLately(house.db, { wanted, period }, () =>
    countMatches(house.db, wanted, { stretches: newestFirst(now, period), most: MOST_COUNTED }),
  );
}

const sum = (all: readonly { many: number }[]): number => all.reduce((total, { many }) => total + many, 0);

interface Located {
  id: string;
  many: number;
  open: number;
  latitude: number;
  longitude: number;
}

const SAME_PLACE = 1e5;

/** A cell that two neighbourhoods share comes as two heaps; drawn apart they would cover each other. */
function gathered(found: readonly Heap[], cell: { latitude: number; longitude: number }): Located[] {
  const cells = new Map<string, Located>();
  for (const { id, many, open, latitude, longitude } of found) {
    if (latitude === null || longitude === null) continue;
    const key = `${Math.floor(latitude / cell.latitude)} ${Math.floor(longitude / cell.longitude)}`;
    const before = cells.get(key);
    cells.set(
      key,
      before ? joined(before, { id, many, open, latitude, longitude }) : { id, many, open, latitude, longitude },
    );
  }
  return [...cells.values()].map((heap) => ({
    ...heap,
    latitude: rounded(heap.latitude),
    longitude: rounded(heap.longitude),
  }));
}

function joined(one: Located, other: Located): Located {
  const many = one.many + other.many;
  const middle = (of: 'latitude' | 'longitude') => (one[of] * one.many + other[of] * other.many) / many;
  return {
    id: one.id,
    many,
    open: one.open + other.open,
    latitude: middle('latitude'),
    longitude: middle('longitude'),
  };
}

const rounded = (degrees: number): number => Math.round(degrees * SAME_PLACE) / SAME_PLACE;

async function pinsOf(
  house: House,
  sights: Parameters<typeof listedRequests>[2],
  alone: readonly Located[],
): Promise<MapAnswer['pins']> {
  const listed = await listedRequests(
    house.db,
    alone.map(({ id }) => id),
    sights,
  );
  const rows = new Map(listed.map((row) => [row.id, row]));
  return alone.flatMap(({ id, latitude, longitude }) => {
    const row = rows.get(id);
    return row
      ? [{ id, latitude, longitude, state: row.state, outcome: row.outcome, text: row.text.slice(0, 80) }]
      : [];
  });
}

function byNeighbourhood(found: readonly Heap[]): MapAnswer['neighbourhoods'] {
  const counted = new Map<number | null, number>();
  for (const { neighbourhoodId, many } of found) {
    counted.set(neighbourhoodId, (counted.get(neighbourhoodId) ?? 0) + many);
  }
  return [...counted].map(([id, many]) => ({ id, many }));
}
