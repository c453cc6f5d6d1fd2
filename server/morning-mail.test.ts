/** The morning mail and what was put off: when they come, to whom, and that nothing in them is a citizen's. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice, NoticeCount } from '../contract/notices.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { writeMorningMails } from './modules/oversight/door.ts';
import { answerAssignment, handAssignment } from './modules/requests/door.ts';
import { recordAbsence } from './modules/staff/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const { callers, clearBells, doAs, people, record, bell } = oversightStage(world);

const TUESDAY_NINE = '2026-02-17T09:00:00+03:00';

interface Mail {
  address: string;
  subject: string;
  body: string;
}

const mails = () =>
  rows<Mail>(house.db, sql`select address, subject, body from messages where text_key = 'morning-mail' order by id`);

async function handed(to: 'fatih' | 'mustafa' = 'fatih') {
  const made = await record();
  await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: made.part, unit: null, assigneeId: people[to].id }));
  return made;
}

beforeEach(async () => {
  await clearBells();
  await run(house.db, sql`delete from staff_digests`);
  await run(house.db, sql`delete from messages where text_key = 'morning-mail'`);
  await run(house.db, sql`update staff_members set email = null`);
  await run(house.db, sql`update staff_members set email = 'fatih@ornek.bel.tr' where id = ${people.fatih.id}`);
});

describe('the morning mail', () => {
  test('says what still waits, once a day whoever writes it, with links and no word of a citizen', async () => {
    const { id } = await handed();
    clock.set(new Date(TUESDAY_NINE));
    const written = await Promise.all([writeMorningMails(house), writeMorningMails(house)]);
    expect(written.sort()).toEqual([0, 1]);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.address).toBe('fatih@ornek.bel.tr');
    expect(mail!.subject).toBe('Bugün sizi bekleyenler: 1');
    expect(mail!.body).toContain('Size verilen iş: 1');
    expect(mail!.body).toContain(`/personel/isler/${id}`);
    for (const secret of ['çukur', 'Ayşe', '5550000888', 'Okulun önü']) expect(mail!.body).not.toContain(secret);
    expect(await writeMorningMails(house)).toBe(0);
  });

  test('leaves out what is done, and is not written when nothing waits', async () => {
    const { part } = await handed();
    await doAs('fatih', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }),
    );
    clock.set(new Date(TUESDAY_NINE));
    expect(await writeMorningMails(house)).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test.each([
    ['a Saturday', '2026-02-21T09:00:00+03:00'],
    ['the first day of the Ramadan feast', '2026-03-20T09:00:00+03:00'],
    ['23 April', '2026-04-23T09:00:00+03:00'],
  ])('does not come on %s', async (_day, at) => {
    await handed();
    clock.set(new Date(at));
    expect(await writeMorningMails(house)).toBe(0);
  });

  test('of a restricted request says neither number nor anything else, and nothing to who may not see it', async () => {
    const { id } = await handed();
    await run(house.db, sql`update service_requests set restricted = true, restricted_to = '{FEN}' where id = ${id}`);
    clock.set(new Date(TUESDAY_NINE));
    await writeMorningMails(house);
    const number = (await bell('fatih'))[0]!.request!.shownNumber;
    expect((await mails())[0]!.body).toContain('Kısıtlı başvuru');
    expect((await mails())[0]!.body).not.toContain(number);
    await run(house.db, sql`delete from staff_digests`);
    await run(house.db, sql`update service_requests set restricted_to = '{SOS}' where id = ${id}`);
    expect(await writeMorningMails(house)).toBe(0);
  });

  test('does not follow people into their leave', async () => {
    await handed();
    const days = { staffId: people.fatih.id, from: '2026-02-17', to: '2026-02-17' };
    await doAs('sibel', (tx) => recordAbsence(tx, { ...days, delegateId: people.mustafa.id }));
    clock.set(new Date(TUESDAY_NINE));
    expect(await writeMorningMails(house)).toBe(0);
    await run(house.db, sql`update staff_absences set cancelled_at = now()`);
  });
});

describe('a notice put off', () => {
  const unread = async () => (await callers.fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread;
  const snooze = (ids: string[], days: number | null) =>
    callers.fatih.post<NoticeCount>('/api/v1/notices/snooze', { ids, days });

  test('leaves bell and list, and comes back by itself on that working morning', async () => {
    await handed();
    const [notice] = (await bell('fatih')) as [Notice];
    clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
    expect((await snooze([notice.id], 1)).body.unread).toBe(0);
    expect(await bell('fatih')).toEqual([]);
    // The morning mail of Tuesday has it again.
    const until = await rows<{ at: Date }>(
      house.db,
      sql`select snoozed_until as at from staff_notices where id = ${notice.id}`,
    );
    expect(until[0]!.at.toISOString()).toBe('2026-02-17T05:30:00.000Z');
    clock.set(new Date(TUESDAY_NINE));
    expect(await writeMorningMails(house)).toBe(1);
  });

  test('is fetched back by a word, and is nobody else’s to put off', async () => {
    await handed();
    const [notice] = (await bell('fatih')) as [Notice];
    clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
    await callers.tulay.post('/api/v1/notices/snooze', { ids: [notice.id], days: 3 });
    expect(await unread()).toBe(1);
    await snooze([notice.id], 5);
    expect(await unread()).toBe(0);
    expect((await snooze([notice.id], null)).body.unread).toBe(1);
  });

  test('is put off for working days the house knows, and for no others', async () => {
    await handed();
    const [notice] = (await bell('fatih')) as [Notice];
    clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
    expect((await snooze([notice.id], 400)).status).toBe(400);
  });
});
