/** One text to all who reported a problem: what is shown beforehand is what goes out, once to each, and to nobody else. */
import { beforeAll, expect, test } from 'vitest';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import type { Tx } from './kernel/db/transaction.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { messagesOfRequest, previewAnnouncement } from './modules/correspondence/door.ts';
import { announce, mergeRequests } from './modules/incidents/door.ts';
import type { Person } from './modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { caseFile, withdrawRequest } from './modules/requests/door.ts';
import { staffActorById } from './modules/staff/door.ts';
import type { FurnishedHouse } from './testing/furnished-house.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

let world: FurnishedHouse;
let supervisor: StaffActor;
let chief: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  [supervisor, chief] = [await world.as('sibel'), await world.as('mustafa')];
});

const as = <T>(actor: Parameters<typeof inTransaction<T>>[1]['actor'], work: (tx: Tx) => Promise<T>) =>
  inTransaction(world.house, { actor }, work);

async function file(person: Person | null, language: 'tr' | 'en' = 'tr'): Promise<string> {
  const { id } = await as(CITIZEN, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Yolda çukur var.', language, topicCode: 'YOL-02', answers: [] },
      ...{ danger: false, fileIds: [], clientKey: null, person },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'köşe' },
    }),
  );
  return id;
}

const sms = (phone: string): Person => ({ name: 'Ayşe Örnek', phone, notifyBy: 'sms' });
const announced = async (id: string) =>
  (await messagesOfRequest(world.house.db, id)).filter(({ textKey }) => textKey === 'announcement');
const send = () => longWorkRound(world.house, staffActorById);
const TEXT = { tr: 'Çalışma saat 18.00 gibi bitecek.', en: 'Work will end about 18.00.' };

test('goes once to each address in its language, is seen beforehand with its cost, and reaches nobody who did not ask', async () => {
  const lead = await file(sms('0555 000 10 01'));
  const again = await file(sms('0555 000 10 01'));
  const english = await file(sms('0555 000 10 02'), 'en');
  const mail = await file({ name: 'Can Örnek', email: 'can@ornek.example.org', notifyBy: 'email' });
  const silent = await file(null);
  const gone = await file(sms('0555 000 10 03'));
  const stranger = await file(sms('0555 000 10 04'));
  await as(supervisor, (tx) =>
    mergeRequests(tx, { into: lead, requests: [again, english, mail, silent, gone], why: 'Aynı çukur.' }),
  );
  await as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: gone }));

  const preview = await previewAnnouncement(world.house, { leadId: lead, text: TEXT });
  expect(preview).toMatchObject({
    people: 5,
    sms: { people: 2 },
    email: { people: 1 },
    apart: [{ why: 'nobody-to-tell', people: 1 }],
    again: 1,
    languages: ['tr', 'en'],
  });
  await as(supervisor, (tx) => announce(tx, { requestId: lead, ...TEXT }));
  await send();

  const [first] = await announced(lead);
  const [second] = await announced(english);
  expect(await announced(again)).toEqual([]);
  expect((await announced(mail)).map(({ channel, body }) => [channel, body.includes(TEXT.tr)])).toEqual([
    ['email', true],
  ]);
  for (const id of [silent, gone, stranger]) expect(await announced(id)).toEqual([]);
  const shown = (language: string) =>
    preview.samples.find((each) => each.channel === 'sms' && each.language === language)!;
  // Only the key of the link and the number are each one's own.
  const bare = (body: string) => body.replace(/\/t\/\S+/, '/t/…').replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/, 'no');
  expect(bare(first!.body)).toBe(bare(shown('tr').body));
  expect(bare(second!.body)).toBe(bare(shown('en').body));
  expect(first!.segments! + second!.segments!).toBe(preview.sms.segments);
  expect(first!.costKurus! + second!.costKurus!).toBe(preview.sms.costKurus);
  expect((await caseFile(world.house.db, silent))!.history.at(-1)).toMatchObject({ what: 'announced', why: TEXT.tr });
  expect((await caseFile(world.house.db, english))!.history.at(-1)).toMatchObject({ what: 'announced', why: TEXT.en });
});

test('is refused without words, without English where it is read, for those without the right, and where there is no incident', async () => {
  const [lead, english, alone] = [await file(null), await file(null, 'en'), await file(null)];
  await as(supervisor, (tx) => mergeRequests(tx, { into: lead, requests: [english], why: 'Aynı.' }));
  const by = (actor: StaffActor, change: Partial<Parameters<typeof announce>[1]>) =>
    expect(as(actor, (tx) => announce(tx, { requestId: lead, ...TEXT, ...change }))).rejects;
  await by(supervisor, { tr: '  ' }).toMatchObject({ code: 'text-empty' });
  await by(supervisor, { tr: 'a'.repeat(301) }).toMatchObject({ code: 'text-too-long' });
  await by(supervisor, { en: null }).toMatchObject({ code: 'announcement-language' });
  await by(chief, {}).toMatchObject({ code: 'not-allowed' });
  await by(supervisor, { requestId: alone }).toMatchObject({ code: 'step-not-allowed' });
});
