/** The audit as people ask for it: their words become conditions here, and what is found gets its names. */
import { createHash } from 'node:crypto';
import type { AuditEntryShown, AuditPage, AuditQuery } from '../../../contract/audit.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { AuditAct } from '../../kernel/audit/acts.ts';
import { AUDIT_ACTS, AUDIT_SUBJECTS } from '../../kernel/audit/acts.ts';
import { noteLook } from '../../kernel/audit/look.ts';
import type { AuditFilter, AuditKey, FoundEntry } from '../../kernel/audit/search-store.ts';
import { findEntries } from '../../kernel/audit/search-store.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../text/tracking-number.ts';
import { words } from '../../../text/turkish.ts';
import { instantAt, isDay, shiftDay } from '../calendar/door.ts';
import { requestByTrackingNumber, trackingNumbersOf } from '../requests/door.ts';
import { listStaff, staffNames } from '../staff/door.ts';

const PAGE = 50;

export type Asked = Omit<AuditQuery, 'after'>;

/** Looking into the audit is a look like any other: the codes of what was asked for are noted, and not the words. */
export async function searchAudit(
  house: House,
  actor: StaffActor,
  { after, ...asked }: AuditQuery,
): Promise<AuditPage> {
  const filter = await filterOf(house.db, asked);
  const before = after === undefined ? undefined : readKey(after);
  const [found] = await Promise.all([
    findEntries(house.db, filter, { before, limit: PAGE + 1 }),
    noteLook(house, actor, {
      ...{ act: 'audit-searched', subjectKind: 'audit', subjectId: digestOf(asked) },
      detail: askedInCodes(asked, filter),
    }),
  ]);
  const shown = found.slice(0, PAGE);
  return { entries: await named(house.db, shown), next: found.length > PAGE ? keyAfter(shown.at(-1)!) : null };
}

/** What was asked for, without what was typed: that may be somebody's name. Of what it was about, the ids that were meant. */
export function askedInCodes({ words: typed, about, ...asked }: Asked, filter: AuditFilter): Record<string, unknown> {
  return { ...asked, ...(about && { about: filter.subjects?.filter(isId) ?? [] }), ...(typed && { words: true }) };
}

function digestOf(asked: Asked): string {
  return createHash('sha256')
    .update(JSON.stringify(asked, Object.keys(asked).sort()))
    .digest('hex')
    .slice(0, 16);
}

export async function filterOf(db: Db, { who, act, sort, about, from, to, words: typed }: Asked): Promise<AuditFilter> {
  return {
    actor: who === undefined ? undefined : who === 'system' ? { begins: 'system:' } : { key: `staff:${who}` },
    acts: actsOf(act, sort),
    subjects: about?.trim() ? await subjectsMeant(db, about.trim()) : undefined,
    from: from === undefined ? undefined : instantAt(dayOf(from, 'from'), '00:00'),
    to: to === undefined ? undefined : instantAt(shiftDay(dayOf(to, 'to'), 1), '00:00'),
    words: typed === undefined ? [] : words(typed),
  };
}

function actsOf(act: string | undefined, sort: string | undefined): AuditAct[] | undefined {
  const all = Object.keys(AUDIT_ACTS) as AuditAct[];
  if (act !== undefined) return all.filter((each) => each === act);
  return sort === undefined ? undefined : all.filter((each) => AUDIT_ACTS[each].sort === sort);
}

/** A tracking number however it is grouped, a user name, or an id or code as it stands. */
async function subjectsMeant(db: Db, typed: string): Promise<string[]> {
  const number = parseTrackingNumber(typed);
  const request = number === null ? undefined : await requestByTrackingNumber(db, number);
  const person = (await listStaff(db)).find(({ username }) => username === typed);
  return [typed, request?.id, person?.id].filter((id) => id !== undefined);
}

function dayOf(typed: string, field: string): string {
  if (!isDay(typed)) throw refuse('date-invalid', { field });
  return typed;
}

function keyAfter({ at, id }: AuditKey): string {
  return `${at.getTime()}_${id}`;
}

function readKey(written: string): AuditKey {
  const [at, id] = written.split('_').map(Number);
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(id) || Math.abs(at!) > 8.64e15)
    throw refuse('input-invalid', { field: 'after' });
  return { at: new Date(at!), id: id! };
}

/** People by their names, requests by their numbers; everything else is called by its own code. */
export async function named(db: Db, entries: readonly FoundEntry[]): Promise<AuditEntryShown[]> {
  const idsOf = (kind: string) =>
    entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? (subjectId ?? []) : []));
  const [people, numbers] = await Promise.all([
    staffNames(db, [...entries.flatMap(({ actor }) => actor.split(':')[1] ?? []), ...idsOf('staff-member')]),
    trackingNumbersOf(db, idsOf('request').filter(isId)),
  ]);
  return entries.map((entry) => {
    const { id, at, act, subjectKind, subjectId, reason, hasWords, detail, seq } = entry;
    const number = numbers.get(subjectId ?? '');
    return {
      ...{ id, act, subjectKind, subjectId, reason, detail, seq },
      at: at.toISOString(),
      who: whoDid(entry.actor, people),
      // An act of an older program has no words here any more; it is shown by its code.
      actWords: wordsOf(AUDIT_ACTS, act),
      subjectWords: wordsOf(AUDIT_SUBJECTS, subjectKind),
      subjectName: number === undefined ? (people.get(subjectId ?? '') ?? subjectId) : formatTrackingNumber(number),
      reasonForgotten: hasWords && reason === null,
    };
  });
}

function wordsOf(list: Record<string, { tr: string; en: string }>, code: string) {
  const { tr, en } = list[code] ?? { tr: code, en: code };
  return { tr, en };
}

function whoDid(actor: string, people: ReadonlyMap<string, string>): AuditEntryShown['who'] {
  const [kind = '', rest = ''] = actor.split(':', 2);
  if (kind === 'staff') return { kind, id: rest, name: people.get(rest) ?? null, part: null };
  return kind === 'system'
    ? { kind, id: null, name: null, part: rest }
    : { kind: 'citizen', id: null, name: null, part: null };
}
