/** Cases as rows of a file: everything the columns may ask for, and of the person what the asker may have. */
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { formatPhone } from '../../../../text/phone.ts';
import { initialsMask, maskEmail, maskPhone } from '../../../../text/turkish.ts';
import { citizenNames } from '../../citizens/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import {
  assignmentsOfMany,
  contentsOf,
  isTheirs,
  listRights,
  mayKnowWho,
  namesFor,
  requestsByIds,
  withinSight,
} from '../../requests/door.ts';
import type { Reader } from '../reader.ts';
import type { ExportRow, Words } from './columns.ts';

export interface Exported {
  rows: ExportRow[];
  names: Words['names'];
  /** Of whom the name, the phone or the address stands there in the clear. */
  inClear: string[];
}

/** Those of these that the asker may export at this moment, in this order. */
export async function exportRows(
  db: Db,
  asker: StaffActor,
  { ids, reader, personal }: { ids: readonly string[]; reader: Reader; personal: boolean },
): Promise<Exported> {
  const listed = await withinSight(db, ids, reader.sights);
  const exportable = await withinSight(db, [...listed], listRights(asker, 'list-export').sights);
  const clear = personal
    ? await withinSight(db, [...exportable], listRights(asker, 'reveal-personal-data').sights)
    : new Set<string>();
  const requests = new Map((await requestsByIds(db, [...exportable])).map((each) => [each.id, each]));
  const parts = Map.groupBy(await assignmentsOfMany(db, [...exportable]), ({ requestId }) => requestId);
  const photos = new Map((await contentsOf(db, [...exportable])).map((each) => [each.requestId, each.photos]));
  const people = await citizenNames(db, [...requests.values()].flatMap(({ citizenId }) => citizenId ?? [])); // prettier-ignore
  const rows = ids.flatMap((id): ExportRow[] => {
    const request = requests.get(id);
    if (!request) return [];
    const theirs = (parts.get(id) ?? []).filter((part) => isTheirs(request, part));
    const name = request.citizenId === null ? '' : (people.get(request.citizenId) ?? '');
    const person = personOf(asker, request, { name, inClear: clear.has(id) });
    return [{ request, parts: theirs, photos: photos.get(id) ?? 0, ...person }];
  });
  return { rows, names: await namesOf(db, rows), inClear: rows.filter(({ request }) => clear.has(request.id) && mayKnowWho(asker, request)).map(({ request }) => request.id) }; // prettier-ignore
}

function personOf(
  asker: StaffActor,
  request: ServiceRequest,
  { name, inClear }: { name: string; inClear: boolean },
): Pick<ExportRow, 'name' | 'phone' | 'email'> {
  const { contactPhone, contactEmail } = request;
  // A secret identity is not even initials.
  if (!mayKnowWho(asker, request)) return { name: '', phone: '', email: '' };
  if (inClear)
    return { name, phone: contactPhone === null ? '' : formatPhone(contactPhone), email: contactEmail ?? '' };
  return {
    name: name === '' ? '' : initialsMask(name),
    phone: contactPhone === null ? '' : maskPhone(contactPhone),
    email: contactEmail === null ? '' : maskEmail(contactEmail),
  };
}

function namesOf(db: Db, rows: readonly ExportRow[]): Promise<Words['names']> {
  return namesFor(db, {
    topics: rows.map(({ request }) => request.topicCode),
    neighbourhoods: rows.map(({ request }) => request.neighbourhoodId),
    directorates: rows.flatMap(({ parts }) => parts.map(({ directorateCode }) => directorateCode)),
    staff: rows.flatMap(({ parts }) => parts.flatMap(({ assigneeId }) => assigneeId ?? [])),
  });
}
