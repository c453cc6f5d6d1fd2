/** Rows of lists as the API says them, and the words for the codes in them. */
import type { WorkListRow } from '../../../contract/finding.ts';
import type { Names, SimilarAnswer } from '../../../contract/requests.ts';
import type { Db } from '../../kernel/db/database.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { businessDaysUntil } from '../calendar/door.ts';
import { listTopics } from '../catalogue/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import { listDirectorates, staffNames } from '../staff/door.ts';
import { isAlike } from './how-alike.ts';
import type { ListedRequest } from './listed-store.ts';
import type { SimilarRequest } from './near-store.ts';

export const iso = (instant: Date): string => instant.toISOString();
export const isoOrNull = (instant: Date | null): string | null => (instant === null ? null : iso(instant));

/** For how much time is left at that moment, in the unit of the clock. */
export interface ListMoment {
  calendar: BusinessCalendar;
  now: Date;
}

export function shownRow({ nextDueUnit, ...row }: ListedRequest, moment: ListMoment): WorkListRow {
  return {
    ...row,
    nextDueBusinessDays: businessDaysLeft({ nextDueUnit, ...row }, moment),
    shownNumber: formatTrackingNumber(row.trackingNumber),
    receivedAt: iso(row.receivedAt),
    nextDueAt: isoOrNull(row.nextDueAt),
    promisedAt: isoOrNull(row.promisedAt),
    concludedAt: isoOrNull(row.concludedAt),
  };
}

export function similarShown(similar: SimilarRequest): SimilarAnswer['requests'][number] {
  const { id, text, state, street, leadId, likeness } = similar;
  const { metres, sameTopic, sameStreet, days } = likeness;
  return {
    ...{ id, state, street, sameTopic, sameStreet, days },
    shownNumber: formatTrackingNumber(similar.trackingNumber),
    text: text.slice(0, LETTERS_OF_SIMILAR),
    receivedAt: iso(similar.receivedAt),
    distance: metres,
    alike: isAlike(likeness),
    lead: leadId,
  };
}

const LETTERS_OF_SIMILAR = 120;

function businessDaysLeft(
  { nextDueAt, nextDueKind, nextDueUnit }: Pick<ListedRequest, 'nextDueAt' | 'nextDueKind' | 'nextDueUnit'>,
  { calendar, now }: ListMoment,
): number | null {
  if (nextDueAt === null || nextDueUnit !== 'business-days') return null;
  return businessDaysUntil(calendar, nextDueAt, { now, legal: nextDueKind === 'statutory' });
}

export interface Codes {
  topics: Iterable<string | null>;
  directorates: Iterable<string>;
  neighbourhoods: Iterable<number | null>;
  staff: Iterable<string>;
}

/** Words for exactly these codes; one that has no words any more is shown as itself. */
export async function namesFor(db: Db, codes: Codes): Promise<Names> {
  const [topics, directorates, neighbourhoods, staff] = await Promise.all([
    listTopics(db),
    listDirectorates(db),
    listNeighbourhoods(db),
    staffNames(db, codes.staff),
  ]);
  const topicCodes = new Set(codes.topics);
  const directorateCodes = new Set(codes.directorates);
  const neighbourhoodIds = new Set(codes.neighbourhoods);
  return {
    topics: Object.fromEntries(topics.filter(({ code }) => topicCodes.has(code)).map(({ code, name }) => [code, name])),
    directorates: Object.fromEntries(
      directorates
        .filter(({ code }) => directorateCodes.has(code))
        .map(({ code, name, nameEn }) => [code, { tr: name, en: nameEn }]),
    ),
    neighbourhoods: Object.fromEntries(
      neighbourhoods.filter(({ id }) => neighbourhoodIds.has(id)).map(({ id, name }) => [String(id), name]),
    ),
    staff: Object.fromEntries(staff),
  };
}
