import type { RecordedForCitizen } from '../../../contract/intake.ts';
import type { Db } from '../../kernel/db/database.ts';
import { formatTrackingNumber, spellAloud } from '../../../text/tracking-number.ts';
import { municipality } from '../catalogue/door.ts';
import type { RecordedRequest } from '../requests/door.ts';
import { assignmentsOf, directoratesOf, requestById, toldBy } from '../requests/door.ts';
import { directorateByCode } from '../staff/door.ts';

/** What is said to the citizen once a request is saved. Read after the transaction, so that the promise is one that was kept. */
export async function presentRecorded(db: Db, { id, isNew }: RecordedRequest): Promise<RecordedForCitizen> {
  const [request, assignments, { spellingCities }] = await Promise.all([
    requestById(db, id),
    assignmentsOf(db, id),
    municipality(db),
  ]);
  if (!request) throw new Error('a request that was just recorded is not there');
  const { trackingNumber, promisedAt } = request;
  const [code] = directoratesOf(assignments);
  const directorate = code === undefined ? undefined : await directorateByCode(db, code);
  return {
    ...{ id, isNew, trackingNumber, notifyBy: toldBy(request) },
    shownNumber: formatTrackingNumber(trackingNumber),
    spelled: { tr: spellAloud(trackingNumber, 'tr', spellingCities), en: spellAloud(trackingNumber, 'en') },
    promisedAt: promisedAt?.toISOString() ?? null,
    together: request.state === 'merged',
    directorate: directorate === undefined ? null : { tr: directorate.name, en: directorate.nameEn },
  };
}
