/** What must be found by what, and what must not: a table of everything a tired clerk types. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Application } from '../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { listNeighbourhoods } from '../places/door.ts';
import {
  addStaffNote,
  answerAssignment,
  assignmentsOf,
  giveInterimAnswer,
  requestById,
  workOnAssignment,
} from '../requests/door.ts';
import { applicationOf } from '../../testing/applications.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import { search } from './search.ts';

const { house, as } = await furnishedHouse();
const ids = new Map<string, string>();
const numbers = new Map<string, string>();

interface Told {
  name: string;
  text: string;
  topic: string;
  place?: Partial<Application['place']>;
  in?: string;
  person?: Application['person'];
  more?: Partial<Application>;
}

const emine = { name: 'Emine Yılmazer Örnek', phone: '0538 011 47 47', notifyBy: 'sms' } as const;
const ismail = { name: 'İsmail Çığır Örnek', phone: '0555 000 02 34', notifyBy: 'sms' } as const;
const isil = { name: 'Işıl Gökğöz', email: 'isil@ornek.example.org', notifyBy: 'email' } as const;

const TOLD: readonly Told[] = [
  { name: 'rubbish', topic: 'TEM-01', text: 'Çöpler üç gündür alınmadı, kötü koku yapıyor.', person: emine, place: { street: 'Söyleşi Sokak', door: '12/5' } }, // prettier-ignore
  { name: 'rubbish-ended', topic: 'TEM-01', text: 'Çöp arabası sokağımıza uğramıyor.', person: ismail, place: { street: 'Lale Sokak', description: 'Fırının önü' } }, // prettier-ignore
  { name: 'hole', topic: 'YOL-02', text: 'Yol çökmüş, büyük bir çukur var; araba düştü.', person: ismail, place: { street: '8001/1 Sokak', door: '3' } }, // prettier-ignore
  { name: 'pavement', topic: 'YOL-04', text: 'kaldirim kirik, bebek arabasi gecmiyor', person: emine, place: { street: '8001/2 Sokak' }, in: 'Ihlamurkuyu' }, // prettier-ignore
  { name: 'lamp', topic: 'YOL-16', text: 'Sokak lambası iki haftadır yanmıyor, akşamları çok karanlık.', person: isil, place: { description: 'Sağlık ocağının karşısı' }, in: 'Şerifali' }, // prettier-ignore
  { name: 'dog', topic: 'HAY-01', text: 'Parkta bacağı kırık bir köpek var, yerinden kalkamıyor.', person: ismail, place: { description: 'Süs havuzu' } }, // prettier-ignore
  { name: 'tree', topic: 'PRK-02', text: 'Ağaç dalları elektrik teline değiyor, budanmasını rica ediyorum.', person: isil, place: { description: 'Muhtarlığın arkası' } }, // prettier-ignore
  { name: 'cimer', topic: 'YOL-01', text: 'ÜMRANİYE MERKEZDE ASFALT BOZUK', person: ismail, place: { street: 'Alemdağ Caddesi' }, more: { channel: 'cimer', externalNumber: '2401-234.567' } }, // prettier-ignore
  { name: 'violence', topic: 'SOS-05', text: 'Komşumuzun evinden feryat sesleri geliyor.', person: emine, place: { street: 'Gizlibahçe Sokak' } }, // prettier-ignore
  { name: 'neighbour', topic: 'ZAB-05', text: 'Üst kattaki komşu halı silkeliyor.', person: emine, place: { street: 'Papatya Sokak' } }, // prettier-ignore
  { name: 'swing', topic: 'PRK-01', text: 'The swing in the playground is broken.', person: null, place: { description: 'Behind the mosque' }, more: { language: 'en' } }, // prettier-ignore
];

beforeAll(async () => {
  const places = await listNeighbourhoods(house.db);
  for (const told of TOLD) {
    const neighbourhoodId = places.find(({ name }) => name === (told.in ?? 'Saray'))!.id;
    const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
      receiveRequest(
        tx,
        applicationOf({
          ...{ text: told.text, topicCode: told.topic, person: told.person ?? null, ...told.more },
          place: { ...NO_PLACE, neighbourhoodId, ...told.place },
        }),
      ),
    );
    ids.set(told.name, id);
    numbers.set(told.name, (await requestById(house.db, id))!.trackingNumber);
  }
  const partOf = async (name: string) => (await assignmentsOf(house.db, ids.get(name)!))[0]!.id;
  const [rubbish, dogs, trees] = [await as('tulay'), await as('veli'), await as('pinar')];
  const ended = await partOf('rubbish-ended');
  await inTransaction(house, { actor: rubbish }, (tx) => workOnAssignment(tx, { assignmentId: ended, step: 'accept' }));
  await inTransaction(house, { actor: rubbish }, (tx) =>
    answerAssignment(tx, {
      assignmentId: ended,
      outcome: 'done',
      text: 'Güzergâh değiştirildi, araç her sabah uğrayacak.',
    }),
  );
  await inTransaction(house, { actor: dogs }, (tx) =>
    addStaffNote(tx, {
      requestId: ids.get('dog')!,
      text: 'Barınakla görüşüldü, veteriner hekim Zülfikar Bey bakacak.',
    }),
  );
  const tree = await partOf('tree');
  await inTransaction(house, { actor: trees }, (tx) =>
    giveInterimAnswer(tx, { assignmentId: tree, text: 'Ekibimiz perşembe günü gelecek.' }),
  );
});

type Reader = 'elif' | 'fatih' | 'tulay' | 'veli' | 'sibel' | 'izleyen' | 'zeki';
const actors = new Map<string, StaffActor>();

async function found(typed: string, reader: Reader) {
  const actor = actors.get(reader) ?? (await as(reader));
  actors.set(reader, actor);
  const answer = await search(house, actor, typed);
  const names = answer.requests.map(({ id }) => [...ids].find(([, each]) => each === id)![0]);
  return { ...answer, names };
}

const N = (name: string) => numbers.get(name)!;
const grouped = (number: string) => `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
const swapped = (number: string) => {
  const place = [...number].findIndex((letter, at) => letter !== number[at + 1]);
  return number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
};
const wrong = (number: string) => number.slice(0, 5) + (number[5] === 'K' ? 'M' : 'K') + number.slice(6);

const BOTH_RUBBISH = ['rubbish', 'rubbish-ended'];

// Typed, and what must be found by the agent, who reads everything that is not restricted.
const FINDS: [typed: string | (() => string), ...names: string[]][] = [
  ['copp', ...BOTH_RUBBISH],
  ['cop', ...BOTH_RUBBISH],
  ['çöp', ...BOTH_RUBBISH],
  ['ÇÖP', ...BOTH_RUBBISH],
  ['çöpler', ...BOTH_RUBBISH],
  ['coplerin', ...BOTH_RUBBISH],
  ['çöplerimizden', ...BOTH_RUBBISH],
  ['yol cokmus', 'hole'],
  ['yol çöktü', 'hole'],
  ['yolun çökmesi', 'hole'],
  ['YOL ÇÖKMÜŞ', 'hole'],
  ['cukur', 'hole'],
  ['çukurlar', 'hole'],
  ['umraniye', 'cimer'],
  ['Ümraniye', 'cimer'],
  ['ümraniyede asfalt', 'cimer'],
  ['asfaltın', 'cimer'],
  ['kaldırım', 'pavement'],
  ['kaldırımlar kırık', 'pavement'],
  ['KALDIRIM', 'pavement'],
  ['kaldrım', 'pavement'],
  ['kaldirrim', 'pavement'],
  ['kladirim', 'pavement'],
  ['kaldı', 'pavement'],
  ['lamba', 'lamp'],
  ['lambalar yanmadı', 'lamp'],
  ['sokak lambası yanmıyor', 'lamp'],
  ['karanlik', 'lamp'],
  ['saglik ocagi', 'lamp'],
  ['serifali', 'lamp'],
  ['ŞERİFALİ', 'lamp'],
  ['ihlamurkuyu', 'pavement'],
  ['ıhlamur', 'pavement'],
  ['köpek', 'dog'],
  ['köpeği', 'dog'],
  ['kopegin bacagi', 'dog'],
  ['budama', 'tree'],
  ['agac', 'tree'],
  ['ağaçların dalları', 'tree'],
  ['elekrik teli', 'tree'],
  ['8001/1', 'hole'],
  ['8001 / 1', 'hole'],
  ['8001/1 sokak', 'hole'],
  ['8001', 'hole', 'pavement'],
  ['söyleşi sokak 12/5', 'rubbish'],
  ['soylesi', 'rubbish'],
  ['alemdag', 'cimer'],
  ['swing', 'swing'],
  ['playground broken', 'swing'],
  ['barınak', 'dog'],
  ['zulfikar', 'dog'],
  ['perşembe', 'tree'],
  ['güzergah', 'rubbish-ended'],
  ['emine', 'rubbish', 'pavement'],
  ['EMİNE', 'rubbish', 'pavement'],
  ['yılmaz', 'rubbish', 'pavement'],
  ['emnie yilmazer', 'rubbish', 'pavement'],
  ['emi yilm', 'rubbish', 'pavement'],
  ['yılmaz emi', 'rubbish', 'pavement'],
  ['ism çığ', 'cimer', 'dog', 'hole', 'rubbish-ended'],
  ['ismail', 'cimer', 'dog', 'hole', 'rubbish-ended'],
  ['İSMAİL çığır', 'cimer', 'dog', 'hole', 'rubbish-ended'],
  ['isil', 'lamp', 'tree'],
  ['Işıl Gökğöz', 'lamp', 'tree'],
  ['isil@ornek.example.org', 'lamp', 'tree'],
  ['0538 011 47 47', 'rubbish', 'pavement'],
  ['05380114747', 'rubbish', 'pavement'],
  ['538 011 4747', 'rubbish', 'pavement'],
  ['+90 (538) 011-47-47', 'rubbish', 'pavement'],
  ['0090 538 0114747', 'rubbish', 'pavement'],
  ['011 47 47', 'rubbish', 'pavement'],
  ['2401234567', 'cimer'],
  ['2401-234.567', 'cimer'],
  ['2401 234 567', 'cimer'],
  [() => N('hole'), 'hole'],
  [() => grouped(N('hole')), 'hole'],
  [() => grouped(N('hole')).toLowerCase(), 'hole'],
  [() => grouped(N('hole')).replaceAll('-', ' '), 'hole'],
  [() => wrong(N('hole')), 'hole'],
  [() => swapped(N('hole')), 'hole'],
  [() => N('hole').slice(0, 7) + N('hole').slice(8), 'hole'],
  [() => N('hole').slice(1), 'hole'],
  [() => N('hole').slice(0, 4) + 'Y' + N('hole').slice(4), 'hole'],
  [() => N('hole').slice(0, 3) + 'E' + N('hole').slice(4), 'hole'],
  [() => N('hole').slice(0, 4), 'hole'],
  [() => `${N('hole').slice(0, 4)}-${N('hole').slice(4, 8)}`, 'hole'],
];

describe('is found', () => {
  test.each(FINDS)('by “%s”', async (typed, ...names) => {
    const { names: got, total } = await found(typeof typed === 'string' ? typed : typed(), 'elif');
    expect(got.slice().sort()).toEqual(names.slice().sort());
    expect(total).toBe(names.length);
  });
});

// What must not be found, by whom, and why not.
const DOES_NOT: [typed: string, reader: Reader, why: string][] = [
  ['feryat', 'elif', 'a restricted request is not the agent’s'],
  ['feryad', 'elif', 'nor is it told by a slip'],
  ['gizlibahce', 'elif', 'nor by its street'],
  ['gizlibah', 'elif', 'nor by a word half typed'],
  ['barınak', 'fatih', 'another directorate’s'],
  ['cop', 'fatih', 'another directorate’s'],
  ['zulfikar', 'izleyen', 'a note is for those who may open the file'],
  ['güzergah', 'izleyen', 'so is an answer'],
  ['emine', 'izleyen', 'looking for people is a right of its own'],
  ['0538 011 47 47', 'izleyen', 'so is looking for their numbers'],
  ['emine', 'tulay', 'a clerk does not look for people'],
  ['0538 011 47 47', 'tulay', 'nor for their numbers'],
  ['isil@ornek.example.org', 'veli', 'nor for their addresses'],
  ['silkeliyor emine', 'zeki', 'who complained of a neighbour stays secret'],
  ['emine papatya', 'sibel', 'to everybody'],
  ['bir', 'elif', 'a word that every sentence holds'],
  ['kaldirim elektrik', 'elif', 'all words must be there'],
  ['kald elek', 'elif', 'also where both are fragments'],
  ['fery gizlib', 'elif', 'nor is a restricted one told by fragments'],
  ['emi pap', 'sibel', 'nor who complained of a neighbour'],
  ['qwertyuiop', 'elif', 'nobody wrote that'],
  ['%', 'elif', 'nothing was asked'],
  ["' | 'o' | '", 'elif', 'quotes are no part of a word'],
  ['o:', 'elif', 'a mark of the index is no word'],
  ['open', 'elif', 'nor is a facet'],
];

describe('is not found', () => {
  test.each(DOES_NOT)('by “%s” as %s: %s', async (typed, reader) => {
    const { names, total, instead, people } = await found(typed, reader);
    expect({ names, total, instead, people }).toEqual({ names: [], total: 0, instead: [], people: [] });
  });
});

test('whoever may, finds the same', async () => {
  expect((await found('feryat', 'sibel')).names).toEqual(['violence']);
  expect((await found('barınak', 'veli')).names).toEqual(['dog']);
  expect((await found('cop', 'tulay')).names).toEqual(BOTH_RUBBISH);
  expect((await found('silkeliyor', 'zeki')).names).toEqual(['neighbour']);
  expect((await found('lamba', 'izleyen')).names).toEqual(['lamp']);
});

test('the open one stands before the ended one, and as written before another form', async () => {
  expect((await found('çöp', 'elif')).names).toEqual(['rubbish', 'rubbish-ended']);
  expect((await found('köpek', 'elif')).requests[0]!.found[0]).toMatchObject({ where: 'text', how: 'exact' });
});

test('says why: where, how, and the very letters', async () => {
  const marked = async (typed: string) => {
    const { requests } = await found(typed, 'elif');
    return requests[0]!.found.map(({ where, how, snippet, marks }) => ({
      ...{ where, how },
      marked: marks.map(([from, to]) => snippet.slice(from, to)),
    }));
  };
  expect(await marked('yol cokmus')).toEqual([{ where: 'text', how: 'exact', marked: ['Yol', 'çökmüş'] }]);
  expect(await marked('8001/1')).toEqual([{ where: 'place', how: 'exact', marked: ['8001/1'] }]);
  expect(await marked('barinaklar')).toEqual([{ where: 'note', how: 'form', marked: ['Barınakla'] }]);
  expect(await marked('emine yilmazer')).toEqual([{ where: 'name', how: 'exact', marked: [] }]);
  expect(await marked(grouped(N('hole')))).toEqual([{ where: 'number', how: 'exact', marked: [] }]);
  expect(await marked(wrong(N('hole')))).toEqual([{ where: 'number', how: 'similar', marked: [] }]);
});

test('says what it looked for instead', async () => {
  expect((await found('kaldrım', 'elif')).instead).toEqual(['kaldirim']);
  expect((await found('kaldırım', 'elif')).instead).toEqual([]);
  expect((await found('lamabsı', 'elif')).instead).toEqual(['lambası']);
});

test('people are initials, and that somebody looked for them is written down once', async () => {
  const { people } = await found('emine', 'elif');
  expect(people).toEqual([{ id: expect.any(String), name: 'E••••• Y•••• Ö••••', requests: 2 }]);
  await found('ismail', 'elif');
  const noted = await rows(house.db, sql`select actor, detail from audit_entries where act = 'people-searched'`);
  expect(noted).toHaveLength(1);
  expect(JSON.stringify(noted)).not.toMatch(/emine|ismail/i);
});

test('neighbourhoods are found beside', async () => {
  expect((await found('serif', 'elif')).neighbourhoods.map(({ name }) => name)).toEqual(['Şerifali']);
});
