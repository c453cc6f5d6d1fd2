/** Who looked at a request, in the groups and purposes a citizen is told of. */
import type { RevealField, RevealPurpose } from '../../../contract/request-acts.ts';
import type { Language } from '../../../text/language.ts';
import type { LooksAtThing } from '../../kernel/audit/looks-store.ts';
import { looksAt } from '../../kernel/audit/looks-store.ts';
import type { Db } from '../../kernel/db/database.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { listDirectorates } from '../staff/door.ts';
import {
  FIELDS,
  IN_THE_CLEAR,
  PURPOSES,
  READINGS,
  RECIPIENT_OF_RESTRICTED,
  RECIPIENTS,
} from './what-citizens-are-told.ts';

export interface WhoLooked {
  readers: { who: string; times: number; last: Date }[];
  inTheClear: { what: string; why: string; times: number }[];
  /** Through whom messages went out. */
  carriers: ('sms' | 'email')[];
}

interface Asked {
  id: string;
  restricted: boolean;
}

export async function whoLooked(db: Db, { id, restricted }: Asked, language: Language): Promise<WhoLooked> {
  const [looks, messages, directorates] = await Promise.all([
    looksAt(db, { subjectKind: 'request', subjectId: id, acts: [...READINGS, ...IN_THE_CLEAR] }),
    messagesOfRequest(db, id),
    listDirectorates(db),
  ]);
  const names = new Map(directorates.map(({ code, name, nameEn }) => [code, language === 'tr' ? name : nameEn]));
  const nameOf = (as: string | null) => {
    if (restricted) return RECIPIENT_OF_RESTRICTED[language];
    return names.get(as ?? '') ?? (RECIPIENTS[as ?? ''] ?? RECIPIENTS.supervisor!)[language];
  };
  const readings = looks.filter(({ act }) => READINGS.includes(act));
  const shown = looks.filter(({ act }) => IN_THE_CLEAR.includes(act));
  const carriers = messages.filter(({ acceptedAt }) => acceptedAt !== null).map(({ channel }) => channel);
  return {
    readers: summed(readings, ({ as }) => nameOf(as)).map(({ key, times, last }) => ({ who: key, times, last })),
    inTheClear: summed(shown, ({ field, purpose }) => JSON.stringify([field, purpose ?? 'other'])).map(
      ({ key, times }) => {
        const [field, purpose] = JSON.parse(key) as [RevealField, RevealPurpose];
        return { what: FIELDS[field][language], why: PURPOSES[purpose][language], times };
      },
    ),
    carriers: [...new Set(carriers)].sort().reverse(),
  };
}

/** Most often first, as the rows come. */
function summed(looks: readonly LooksAtThing[], keyOf: (look: LooksAtThing) => string) {
  const groups = Map.groupBy(looks, keyOf);
  return [...groups].map(([key, list]) => ({
    key,
    times: list.reduce((sum, { times }) => sum + times, 0),
    last: new Date(Math.max(...list.map(({ last }) => last.getTime()))),
  }));
}
