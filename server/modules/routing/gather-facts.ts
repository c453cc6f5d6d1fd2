/** From a request as it is stored to what rules may ask of it. The same for routing, for its preview and for a dry run over a year. */
import type { Db } from '../../kernel/db/database.ts';
import { words } from '../../../text/turkish.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { calendarInForce, isOfficeOpen, istanbulDay, weekdayOf } from '../calendar/door.ts';
import type { StreetBook } from '../places/door.ts';
import { streetBook } from '../places/door.ts';
import type { ServiceRequest } from '../requests/door.ts';
import type { PreparedRules } from './prepared-rules.ts';
import type { RoutingFacts } from './rule.ts';

export type Routed = Pick<
  ServiceRequest,
  | 'neighbourhoodId'
  | 'street'
  | 'latitude'
  | 'longitude'
  | 'answers'
  | 'receivedAt'
  | 'channel'
  | 'kind'
  | 'danger'
  | 'text'
>;

export interface Lookups {
  book: StreetBook;
  calendar: BusinessCalendar;
}

const NO_BOOK: StreetBook = { authorityOf: () => null };

/** Reads only what some rule asks for. */
export async function lookupsFor(db: Db, needs: PreparedRules['needs']): Promise<Lookups> {
  return {
    book: needs.road ? await streetBook(db) : NO_BOOK,
    calendar: await calendarInForce(db),
  };
}

export function factsOf(
  request: Routed,
  topic: RoutingFacts['topic'],
  { rules, book, calendar }: Lookups & { rules: PreparedRules },
): RoutingFacts {
  const { neighbourhoodId, street, answers, channel, kind, danger, receivedAt } = request;
  const { needs, areasOf } = rules;
  const day = istanbulDay(receivedAt);
  return {
    ...{ topic, neighbourhoodId, answers, channel, kind, danger, day },
    areas: needs.areas ? areasOf(request) : [],
    road: needs.road ? book.authorityOf(neighbourhoodId, street) : null,
    officeHours: needs.hours && isOfficeOpen(calendar, receivedAt),
    weekday: weekdayOf(day),
    words: needs.words ? words(request.text) : [],
  };
}
