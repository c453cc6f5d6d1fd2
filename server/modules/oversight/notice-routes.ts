/** One's own notices: what the bell shows, marking them read, and which one wants to have how. */
import {
  NOTICE_KINDS,
  NoticeChoiceChange,
  NoticeChoices,
  NoticeCount,
  NoticeList,
  NoticeQuery,
  NoticesPutOff,
  NoticesRead,
} from '../../../contract/notices.ts';
import type { Static } from 'typebox';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { calendarInForce } from '../calendar/door.ts';
import { staffById } from '../staff/door.ts';
import { StaffNoticed } from './facts.ts';
import { choicesOf, markRead, noticesOf, putOff, unreadCount, writeChoice } from './notice-store.ts';
import { presentNotices } from './present-notices.ts';
import { comesBackAt } from './when-notices-come-back.ts';
import { ruleOfKind } from './which-staff-are-told.ts';

const AT_ONCE = 40;
/** The bell says "99+" then. */
const MOST_COUNTED = 100;

export const noticeRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/notices',
    summary: "One's own notices, newest first: those not read yet, or all of the last ninety days",
    who: 'staff',
    query: NoticeQuery,
    response: NoticeList,
    handle: ({ house, actor, query }) => listNotices(house, staffOf(actor), query),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/notices/count',
    summary: 'How many of them the bell shows, counted as far as 100',
    who: 'staff',
    response: NoticeCount,
    handle: async ({ house, actor }) => ({
      unread: await unreadCount(house.db, counted(staffOf(actor).id, house.clock.now())),
    }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/notices/read',
    summary: 'Marks notices read, or unread again: some, all of a kind, or all',
    who: 'staff',
    body: NoticesRead,
    response: NoticeCount,
    handle: ({ house, actor, body }) =>
      inTransaction(house, { actor }, async (tx) => {
        const { id: staffId } = staffOf(actor);
        const { read = true, ids, kind } = body;
        await markRead(tx.db, { staffId, ids, kind, at: read ? tx.now : null });
        // Other windows of the same person follow.
        tx.record(StaffNoticed(staffId, { kinds: [] }));
        return { unread: await unreadCount(tx.db, counted(staffId, tx.now)) };
      }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/notices/snooze',
    summary: 'Puts notices off for so many working days, or fetches them back; they ring again by themselves',
    who: 'staff',
    body: NoticesPutOff,
    response: NoticeCount,
    handle: ({ house, actor, body: { ids, days } }) =>
      inTransaction(house, { actor }, async (tx) => {
        const { id: staffId } = staffOf(actor);
        const until = days === null ? null : comesBackAt(await calendarInForce(tx.db), tx.now, days);
        await putOff(tx.db, { staffId, ids, until });
        tx.record(StaffNoticed(staffId, { kinds: [] }));
        return { unread: await unreadCount(tx.db, counted(staffId, tx.now)) };
      }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/notices/choices',
    summary: 'Which kinds of notice one gets at once, in the morning mail, or not at all',
    who: 'staff',
    response: NoticeChoices,
    handle: ({ house, actor }) => choices(house.db, staffOf(actor)),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/notices/choices',
    summary: 'Chooses for oneself how a kind of notice comes; what a citizen’s right hangs on cannot be muted',
    who: 'staff',
    body: NoticeChoiceChange,
    response: NoticeChoices,
    async handle({ house, actor, body }) {
      if (body.choice === 'none' && !ruleOfKind(body.kind).mayBeMuted)
        throw refuse('input-invalid', { field: 'choice', problem: 'not-muted' });
      const staff = staffOf(actor);
      await inTransaction(house, { actor }, (tx) => writeChoice(tx.db, { ...body, staffId: staff.id }));
      return choices(house.db, staff);
    },
  }),
];

const counted = (staffId: string, now: Date) => ({ staffId, now, most: MOST_COUNTED });

async function listNotices(
  { db, clock }: House,
  actor: StaffActor,
  { all, kind, after }: Static<typeof NoticeQuery>,
): Promise<NoticeList> {
  const page = {
    ...{ staffId: actor.id, now: clock.now() },
    all: all === '1',
    kind,
    after: after === undefined ? undefined : readKey(after),
  };
  const found = await noticesOf(db, { ...page, limit: AT_ONCE + 1 });
  const rows = found.slice(0, AT_ONCE);
  const last = rows.at(-1);
  const next = found.length > AT_ONCE && last ? `${last.toldAt.getTime()}_${last.id}` : null;
  return { notices: await presentNotices(db, actor, rows), next };
}

function readKey(written: string): { at: Date; id: string } {
  const [at = '', id = ''] = written.split('_');
  const instant = new Date(Number(at));
  if (at === '' || Number.isNaN(instant.getTime()) || !isId(id)) throw refuse('input-invalid', { field: 'after' });
  return { at: instant, id };
}

async function choices(db: Db, actor: StaffActor): Promise<NoticeChoices> {
  const [own, person] = await Promise.all([choicesOf(db, actor.id), staffById(db, actor.id)]);
  return {
    email: person?.email ?? null,
    kinds: NOTICE_KINDS.map((kind) => {
      const { usually, mayBeMuted, why } = ruleOfKind(kind);
      return { kind, choice: own.get(kind) ?? usually, usual: usually, mayBeMuted, why };
    }),
  };
}
