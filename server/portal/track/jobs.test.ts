/** A request split into jobs, as its citizen reads it without a script: what is finished, what is not, by when, and nothing that colleagues wrote. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITIZEN, systemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { receiveRequest } from '../../modules/intake/door.ts';
import { answerAssignment, assignRequest, assignmentsOf, workOnAssignment } from '../../modules/requests/door.ts';
import { seedDemoStaff } from '../../seed/demo-staff.ts';
import { listStaff, staffActorById } from '../../modules/staff/door.ts';
import { applicationOf } from '../../testing/applications.ts';
import { testDatabase } from '../../testing/database.ts';
import { requestPath } from '../flow/sent.ts';
import type { Portal } from '../testing.ts';
import { openPortal } from '../testing.ts';

const { url } = await testDatabase();
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(url);
  await seedDemoStaff(portal.house);
});
afterAll(() => portal.close());

const as = <T>(actor: Parameters<typeof inTransaction<T>>[1]['actor'], work: (tx: Tx) => Promise<T>) =>
  inTransaction(portal.house, { actor }, work);

async function actorNamed(username: string) {
  const member = (await listStaff(portal.house.db)).find((each) => each.username === username)!;
  return (await staffActorById(portal.house, member.id))!;
}

async function file(): Promise<string> {
  const { id } = await as(CITIZEN, (tx) =>
    receiveRequest(tx, applicationOf({ text: 'Ağaç kökü kaldırımı kaldırdı.' })),
  );
  return id;
}

const partOf = async (id: string, directorate: string) =>
  (await assignmentsOf(portal.house.db, id)).find(({ directorateCode }) => directorateCode === directorate)!;

test('shows each job with its day and how far it is, in both languages, and no reason meant for colleagues', async () => {
  const id = await file();
  const address = requestPath(portal, id);
  const browser = portal.browser();
  expect((await browser.open(address)).text, 'one directorate, one job: nothing to tell apart').not.toContain(
    'birkaç iş',
  );

  await as(systemActor('test'), (tx) =>
    assignRequest(tx, {
      ...{ requestId: id, directorate: 'PRK', why: 'Köke bizim ekip bakmaz, Ayşe Hanım biliyor.' },
      job: { topic: 'PRK-02', period: { amount: 3, unit: 'business-days' } },
    }),
  );
  await browser.open(address);
  expect(browser.text).toContain('Başvurunuz birkaç iş gerektiriyor');
  // Friday the thirteenth; the third working day after it.
  expect(browser.text).toMatch(/Park ve Bahçeler Müdürlüğü Sırada\. En geç 18 Mart Çarşamba günü bitecek\./);
  expect(browser.text).toMatch(/Fen İşleri Müdürlüğü Sırada\. En geç 23 Mart Pazartesi günü bitecek\./);
  expect(browser.text).not.toContain('Ayşe Hanım');

  const [parks, roads] = [await actorNamed('pinar'), await actorNamed('fatih')];
  await as(roads, async (tx) => workOnAssignment(tx, { assignmentId: (await partOf(id, 'FEN')).id, step: 'accept' }));
  const text = 'Kök 16 Mart günü kesildi, yüzey kaldırım ekibine bırakıldı.';
  await as(parks, async (tx) =>
    answerAssignment(tx, { assignmentId: (await partOf(id, 'PRK')).id, outcome: 'done', text }),
  );
  await browser.open(address);
  expect(browser.text).toMatch(/Park ve Bahçeler Müdürlüğü Bitti, 13 Mart Cuma\./);
  expect(browser.text).toMatch(/Fen İşleri Müdürlüğü Üzerinde çalışılıyor\. En geç 23 Mart/);

  portal.clock.advance(15 * 86_400_000);
  await browser.open(`${address}?dil=en`);
  expect(browser.text).toContain('Your request needs several jobs');
  expect(browser.text).toMatch(/We missed the day we named \(.*23 March.*\)/);
});
