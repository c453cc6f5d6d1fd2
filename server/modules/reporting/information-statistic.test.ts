/** The statistic of law 4982 m.30 from a small year that is really lived: every row is reached, and every count is known beforehand. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Figures } from '../../../contract/figures.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { instantAt } from '../calendar/door.ts';
import type { RemedyBody, RemedyResult } from '../deadlines/door.ts';
import { readSilence, recordRemedy, recordRemedyDecision } from '../deadlines/door.ts';
import type { FoiWorld } from '../deadlines/testing.ts';
import { foiWorld } from '../deadlines/testing.ts';
import { NO_PLACE } from '../intake/door.ts';
import type { AssignmentOutcome } from '../requests/door.ts';
import { answerAssignment, cancelRequest, groundsFor, reopenRequest, withdrawRequest } from '../requests/door.ts';
import { figures, figuresAsCsv, figuresAsMarkdown } from './door.ts';
import { INFORMATION_ENDS } from './what-4982-counts.ts';

let foi: FoiWorld;
let year: Figures;

const WORDS: Partial<Record<AssignmentOutcome, string>> = {
  'information-given': 'Listenin tamamı ektedir.',
  'partly-granted': 'Listenin kişisel veri içermeyen bölümü ektedir.',
  refused: 'İstenen bilgi açıklanamaz.',
  forwarded: 'Başvurunuz görevli kurum olan İSKİ’ye iletildi.',
  duplicate: 'Aynı konuda açık başvurunuz yanıtlanacaktır.',
};

async function answer(id: string, outcome: AssignmentOutcome, grounds: string[] = []): Promise<void> {
  const { id: assignmentId } = await foi.partOf(id);
  const text = WORDS[outcome]!;
  await foi.doAs(foi.supervisor, (tx) =>
    answerAssignment(tx, { assignmentId, outcome, text, grounds, forwardedTo: 'İSKİ' }),
  );
}

async function answered(day: string, on: string, [outcome, ...grounds]: [AssignmentOutcome, ...string[]]) {
  const id = await foi.file(day);
  foi.at(on);
  await answer(id, outcome, grounds);
  return id;
}

const object = (id: string, on: string, decision?: [RemedyResult, string]) => take(id, 'foi-board', { on, decision });

async function take(
  requestId: string,
  body: RemedyBody,
  { on, decision }: { on: string; decision?: [RemedyResult, string] | undefined },
): Promise<void> {
  foi.at(on);
  await foi.doAs(foi.supervisor, (tx) => recordRemedy(tx, { requestId, body, takenOn: on }));
  if (!decision) return;
  const [result, decidedOn] = decision;
  foi.at(decidedOn);
  await foi.doAs(foi.supervisor, (tx) => recordRemedyDecision(tx, { requestId, body, result, decidedOn }));
}

/** The year 2025: fifteen information requests that count, one that was a mistake, one of the year before. */
async function liveTheYear(): Promise<void> {
  const before = await answered('2024-12-27', '2024-12-30', ['refused', '4982-23']);
  await object(before, '2025-01-06', ['accepted', '2025-02-05']);

  await answered('2025-01-13', '2025-01-20', ['information-given']);
  await object(await answered('2025-01-14', '2025-01-21', ['refused', '4982-21']), '2025-02-03', [
    'rejected',
    '2025-03-03',
  ]);
  const sued = await answered('2025-01-15', '2025-01-22', ['refused', '4982-21', '4982-16']);
  await object(sued, '2025-02-04', ['partly-accepted', '2025-03-04']);
  await take(sued, 'court', { on: '2025-03-10', decision: ['accepted', '2025-11-03'] });
  await object(await answered('2025-01-16', '2025-01-23', ['partly-granted', '4982-21']), '2025-02-05', [
    'not-examined',
    '2025-03-05',
  ]);
  await answered('2025-01-17', '2025-01-24', ['partly-granted', '4982-23', '4982-25']);
  await answered('2025-02-03', '2025-02-10', ['forwarded']);
  await answered('2025-02-04', '2025-02-11', ['duplicate']);

  const extended = await foi.file('2025-05-05');
  await foi.extend(extended);
  foi.at('2025-06-10');
  await answer(extended, 'information-given');

  const paid = await foi.file('2025-06-02');
  await foi.askFee(paid);
  await foi.pay(paid, '2025-06-02');
  await answer(paid, 'information-given');

  const unpaid = await foi.file('2025-07-01');
  await foi.askFee(unpaid);
  foi.at('2025-09-01', '05:10');
  await readSilence(foi.house);

  const withdrawn = await foi.file('2025-09-02');
  await foi.askFee(withdrawn);
  foi.at('2025-09-03');
  await foi.doAs(CITIZEN, (tx) => withdrawRequest(tx, { requestId: withdrawn }));

  const mistake = await foi.file('2025-09-08');
  await foi.doAs(foi.supervisor, (tx) => cancelRequest(tx, { requestId: mistake, reason: 'Deneme kaydı.' }));

  // A petition that went to the ombudsman and to court: of the year's remedies, not of its information requests.
  const petition = await foi.file('2025-09-09', { kind: 'petition', topicCode: 'KUR-09' });
  foi.at('2025-09-15');
  await answer(petition, 'information-given');
  await take(petition, 'ombudsman', { on: '2025-09-22', decision: ['rejected', '2025-12-01'] });
  await take(petition, 'court', { on: '2025-10-06' });
  await take(petition, 'ombudsman', { on: '2025-12-02', decision: ['mistaken', '2025-12-03'] });

  // Refused on one ground, opened again, refused on another: only the last answer holds.
  const reopened = await answered('2025-10-01', '2025-10-08', ['refused', '4982-26']);
  foi.at('2025-10-20');
  await foi.doAs(foi.supervisor, (tx) => reopenRequest(tx, { requestId: reopened, reason: 'Yeniden bakılacak.' }));
  await answer(reopened, 'refused', ['4982-19']);

  // About a restricted topic.
  const place = { ...NO_PLACE, description: 'evin önü' };
  const restricted = await foi.file('2025-11-03', { kind: 'foi', topicCode: 'SOS-05', place });
  await answer(restricted, 'refused', ['4982-20']);

  // Still open when the year ends, with a fee that is awaited and an objection that is not decided.
  const open = await foi.file('2025-12-30');
  await foi.askFee(open);
  const last = await answered('2025-12-01', '2025-12-08', ['information-given']);
  await object(last, '2025-12-22');
  foi.at('2026-02-16');
  await foi.doAs(foi.supervisor, (tx) =>
    recordRemedyDecision(tx, { requestId: last, body: 'foi-board', result: 'accepted', decidedOn: '2026-01-12' }),
  );
}

beforeAll(async () => {
  foi = await foiWorld();
  await liveTheYear();
  year = await figures(foi.house.db, { period: { year: 2025 }, now: foi.now() });
}, 60_000);

function table({ tables }: Figures, key: string): Record<string, (number | null)[]> {
  const { rows } = tables.find((each) => each.key === key)!;
  return Object.fromEntries(rows.map((row) => [row.key, row.cells]));
}

/** A ground nobody used has a row all the same: the form asks for each. */
function usedGrounds(of: Figures): Record<string, (number | null)[]> {
  const rows = Object.entries(table(of, 'information-grounds'));
  return Object.fromEntries(rows.filter(([, cells]) => cells.some((cell) => (cell ?? 0) > 0)));
}

describe('the statistic of 4982 m.30', () => {
  test('says what became of every information request of the year', () => {
    expect(table(year, 'information')).toEqual({
      granted: [4, 26.67, 1, 1],
      'partly-granted': [2, 13.33, 0, 0],
      refused: [4, 26.67, 0, 0],
      forwarded: [1, 6.67, 0, 0],
      other: [1, 6.67, 0, 0],
      'deemed-withdrawn': [1, 6.67, 0, 1],
      withdrawn: [1, 6.67, 0, 1],
      open: [1, 6.67, 0, 1],
      total: [15, 100, 1, 4],
    });
    expect(Object.keys(INFORMATION_ENDS)).toHaveLength(8);
  });

  test('tells the refusals by their article, each once, and how often an article was named', () => {
    expect(usedGrounds(year)).toEqual({
      '4982-19': [1, 0, 1],
      '4982-20': [1, 0, 1],
      '4982-21': [1, 1, 3],
      '4982-16': [0, 0, 1],
      '4982-23': [0, 0, 1],
      '4982-25': [0, 0, 1],
      several: [1, 1, null],
      total: [4, 2, null],
    });
    const { codes } = groundsFor('foi', 'refused');
    expect(Object.keys(table(year, 'information-grounds'))).toEqual([...codes, 'several', 'unspecified', 'total']);
  });

  test('counts objections by the day they were made, also of a request of the year before', () => {
    expect(table(year, 'information-objections')).toEqual({
      accepted: [1, 20, 1],
      'partly-accepted': [1, 20, 1],
      rejected: [1, 20, 1],
      'not-examined': [1, 20, 1],
      waiting: [1, 20, 0],
      total: [5, 100, 4],
    });
  });

  test('counts those refused who went to court, beside the board and not instead of it', () => {
    expect(table(year, 'information-court')).toEqual({
      accepted: [1, 100, 1],
      'partly-accepted': [0, 0, 0],
      rejected: [0, 0, 0],
      'not-examined': [0, 0, 0],
      waiting: [0, 0, 0],
      total: [1, 100, 1],
    });
  });

  test('and remedies of every kind by the body; what was recorded by mistake is nowhere', () => {
    expect(table(year, 'remedies')).toEqual({
      'foi-board': [5, 1, 1, 1, 1, 1],
      'kvkk-board': [0, 0, 0, 0, 0, 0],
      court: [2, 1, 0, 0, 0, 1],
      ombudsman: [1, 0, 0, 1, 0, 0],
      total: [8, 2, 1, 2, 1, 2],
    });
  });

  test('counts fees with their sum in lira', () => {
    expect(table(year, 'information-fees')).toEqual({
      paid: [1, 125.5],
      unpaid: [1, 125.5],
      dropped: [1, 125.5],
      awaited: [1, 125.5],
      total: [4, 502],
    });
  });

  test('agrees with itself, and prints the sums that must meet', () => {
    expect(year.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(year.checks.map(({ sentence }) => sentence.tr)).toEqual(
      expect.arrayContaining([
        'Bilgi edinme: sonuçlara göre 15 = alınan 15',
        'Maddelere göre 6 = reddedilen ve kısmen karşılanan 6',
      ]),
    );
  });

  test('says at a past cut-off what stood then, whatever came later', async () => {
    const cutOff = instantAt('2025-10-15', '00:00');
    const then = await figures(foi.house.db, { period: { year: 2025 }, cutOff, now: foi.now() });
    expect(table(then, 'information')).toMatchObject({
      refused: [3, 25, 0, 0],
      open: [0, 0, 0, 0],
      total: [12, 100, 1, 3],
    });
    expect(usedGrounds(then)).toMatchObject({ '4982-26': [1, 0, 1], several: [1, 1, null], total: [3, 2, null] });
    expect(usedGrounds(then)).not.toHaveProperty('4982-19');
    const february = await figures(foi.house.db, {
      period: { year: 2025 },
      cutOff: instantAt('2025-02-06', '00:00'),
      now: foi.now(),
    });
    expect(table(february, 'information-objections')).toMatchObject({ accepted: [1, 25, 1], waiting: [3, 75, 3] });
    const fees = await figures(foi.house.db, { period: { from: '2025-07-01', to: '2025-07-31' }, now: foi.now() });
    expect(table(fees, 'information-fees')).toMatchObject({ awaited: [1, 125.5], unpaid: [0, 0] });
  });

  test('keeps the article of a restricted request back in every period that is no whole year', async () => {
    const month = await figures(foi.house.db, { period: { from: '2025-11-01', to: '2025-11-30' }, now: foi.now() });
    expect(usedGrounds(month)).toEqual({ unspecified: [1, 0, null], total: [1, 0, null] });
    expect(table(month, 'information').refused).toEqual([1, 100, 0, 0]);
    const { rows } = month.tables.find(({ key }) => key === 'information-grounds')!;
    expect(rows.find(({ key }) => key === 'unspecified')!.label.tr).toBe('Maddesi yazılmamış ya da gizli');
  });

  test('prints money as money for people and as a number for programs', () => {
    expect(figuresAsMarkdown(year, 'tr')).toContain('| Ödenen | 1 | 125,50 TL |');
    expect(figuresAsCsv(year, 'tr')).toContain('Bilgi edinmede istenen ücretler;Ödenen;Tutar;"125,5";');
  });
});
