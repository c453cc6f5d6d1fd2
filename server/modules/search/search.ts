/** The one box: requests, the people they are from, the neighbourhoods. */
import type { SearchAnswer } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { audit } from '../../kernel/audit.ts';
import type { Db } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { Limit } from '../../kernel/limits.ts';
import { withinLimit } from '../../kernel/limits.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { fold, initialsMask } from '../../../text/turkish.ts';
import { listNeighbourhoods } from '../places/door.ts';
import { iso } from '../requests/door.ts';
import type { FoundOne } from './find.ts';
import { MOST_COUNTED, find, findByNumber } from './find.ts';
import type { Reader } from './reader.ts';
import { readerOf } from './reader.ts';
import { textQuery } from './text-query.ts';

const SHOWN = 8;
const SHOWN_BESIDE = 4;
const SHORTEST = 2;

export async function search(house: House, actor: StaffActor, typed: string): Promise<SearchAnswer> {
  const reader = readerOf(actor);
  const nothing = { requests: [], total: 0, most: MOST_COUNTED, instead: [], people: [], neighbourhoods: [] };
  if (typed.trim().length < SHORTEST) return nothing;
  const now = house.clock.now();
  const { best, total, instead } =
    (await findByNumber(house.db, reader, typed)) ?? (await findByWords(house.db, { reader, typed, now }));
  const people = peopleIn(best);
  if (people.length > 0) await notePersonSearch(house, actor, best);
  return {
    requests: best.slice(0, SHOWN).map(shown),
    total,
    most: MOST_COUNTED,
    instead,
    people,
    neighbourhoods: await neighbourhoodsNamed(house, typed),
  };
}

async function findByWords(db: Db, { reader, typed, now }: { reader: Reader; typed: string; now: Date }) {
  const text = await textQuery(db, reader, { text: typed, now });
  const narrowed = { parts: [], conditions: [], period: {}, onlyOpen: false };
  return find(db, { reader, text, narrowed, now });
}

function shown({ found, why }: FoundOne): SearchAnswer['requests'][number] {
  const { id, trackingNumber, text, state, outcome, receivedAt } = found.request;
  return {
    ...{ id, state, outcome },
    shownNumber: formatTrackingNumber(trackingNumber),
    text: text.slice(0, 120),
    receivedAt: iso(receivedAt),
    found: why,
  };
}

const BY_PERSON = new Set(['name', 'phone', 'email']);

function peopleIn(best: readonly FoundOne[]): SearchAnswer['people'] {
  const people = new Map<string, SearchAnswer['people'][number]>();
  for (const { found, why } of best) {
    const { citizenId } = found.request;
    if (citizenId === null || found.citizenName === null || !why.some(({ where }) => BY_PERSON.has(where))) continue;
    const before = people.get(citizenId)?.requests ?? 0;
    people.set(citizenId, { id: citizenId, name: initialsMask(found.citizenName), requests: before + 1 });
  }
  return [...people.values()].slice(0, SHOWN_BESIDE);
}

/** Typing a name asks ten times within a few seconds; that somebody looked is written down once. */
const ONE_A_MINUTE: Limit = { name: 'person-search-noted', most: 1, seconds: 60 };

/** Not who was looked for: the log of looks must not become a second list of people. */
async function notePersonSearch(house: House, actor: StaffActor, best: readonly FoundOne[]): Promise<void> {
  if (!(await withinLimit(house.db, house.clock.now(), ONE_A_MINUTE, actor.id))) return;
  const by = [
    ...new Set(best.flatMap(({ why }) => why.map(({ where }) => where)).filter((each) => BY_PERSON.has(each))),
  ];
  await inTransaction(house, { actor }, (tx) =>
    audit(tx, { act: 'people-searched', subjectKind: 'citizen', detail: { by, requests: best.length } }),
  );
}

async function neighbourhoodsNamed(house: House, typed: string): Promise<SearchAnswer['neighbourhoods']> {
  const wanted = fold(typed.trim());
  const all = await listNeighbourhoods(house.db);
  return all
    .filter(
      ({ name, active }) =>
        active &&
        fold(name)
          .split(' ')
          .some((word) => word.startsWith(wanted) || fold(name).startsWith(wanted)),
    ) // prettier-ignore
    .slice(0, SHOWN_BESIDE)
    .map(({ id, name }) => ({ id, name }));
}
