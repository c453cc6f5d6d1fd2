/** From counts to tables: pure. What each counts is what-is-counted.ts's; here are only rows, order, shares and sums. */
import type { FigureColumn, FigureRow, FigureTable } from '../../../contract/figures.ts';
import type { Texts } from '../../../text/language.ts';
import { compare } from '../../../text/turkish.ts';
import type { Channel } from '../requests/door.ts';
import type {
  ApplicantCount,
  AssignmentCount,
  CallCount,
  ProblemCount,
  PromiseCount,
  RequestCount,
} from './figures-store.ts';
import { problemColumns, problemRows } from './problems-table.ts';
import { promiseColumns, promiseRows } from './promises-table.ts';
import type { TableKey } from './what-is-counted.ts';
import {
  CHANNEL_ROWS,
  FEWEST_OF_RESTRICTED,
  TABLES,
  TOP_TOPICS,
  channelsOf,
  meanDays,
  share,
} from './what-is-counted.ts';

export interface Counted {
  requests: RequestCount[];
  applicants: ApplicantCount[];
  assignments: AssignmentCount[];
  calls: CallCount;
  promises: PromiseCount[];
  problems: ProblemCount;
  /** Of the period, first to last. */
  months: string[];
  /** In Turkish order. */
  neighbourhoods: { id: number; name: string }[];
  topics: { code: string; name: Texts; restricted: boolean }[];
  /** Restricted requests are among those without a topic and a neighbourhood. */
  keptBack: boolean;
}

const TOTAL: Texts = { tr: 'Toplam', en: 'Total' };
const notGiven = (keptBack: boolean): Texts =>
  keptBack
    ? { tr: 'Belirtilmemiş ya da gizli', en: 'Not given or restricted' }
    : { tr: 'Belirtilmemiş', en: 'Not given' };
const count = (key: string, tr: string, en: string): FigureColumn => ({ key, label: { tr, en }, format: 'count' });
const percent = (key: string, tr: string, en: string): FigureColumn => ({ key, label: { tr, en }, format: 'percent' });
const RECORDS = count('records', 'Kayıt', 'Records');
const SHARE = percent('share', 'Toplam kayıt içinde pay', 'Share of all records');

export function tablesFrom(counted: Counted): FigureTable[] {
  return [
    callsTable(counted.calls),
    channelsTable(counted),
    topicsTable(counted),
    neighbourhoodsTable(counted),
    crossTable(counted),
    socialTable(counted.assignments),
    outcomesTable(counted.requests),
    promisesTable(counted),
    table('problems', problemColumns, problemRows(counted.problems)),
    applicantsTable(counted),
  ];
}

function table(key: TableKey, columns: FigureColumn[], rows: FigureRow[]): FigureTable {
  return { key, ...TABLES[key], columns, rows };
}

function callsTable({ answered, unanswered }: CallCount): FigureTable {
  const all = answered + unanswered;
  const row = (key: string, label: Texts, calls: number): FigureRow => ({
    key,
    label,
    kind: 'item',
    cells: [calls, share(calls, all)],
  });
  return table(
    'calls',
    [count('calls', 'Çağrı', 'Calls'), percent('share', 'Gelen çağrı içinde pay', 'Share of incoming calls')],
    [
      row('answered', { tr: 'Cevaplanan', en: 'Answered' }, answered),
      row('unanswered', { tr: 'Cevaplanmayan', en: 'Not answered' }, unanswered),
      { ...row('total', { tr: 'Gelen çağrı', en: 'Incoming' }, all), kind: 'total' },
    ],
  );
}

function sumOf(
  counts: RequestCount[],
  what: 'received' | 'concluded' | 'forwarded' | 'withdrawn' = 'received',
): number {
  return counts.reduce((sum, each) => sum + each[what], 0);
}

const recordChannels = new Set(channelsOf('record'));

function recordsOf(requests: RequestCount[], by: RequestCount['by']): RequestCount[] {
  return requests.filter((each) => each.by === by && recordChannels.has(each.channel));
}

/** Rows with their share of the whole, and the whole below them. */
function sharesOf(
  rows: { key: string; label: Texts; kind: FigureRow['kind']; records: number }[],
  whole: number,
): FigureRow[] {
  const all = [...rows, { key: 'total', label: TOTAL, kind: 'total' as const, records: whole }];
  return all.map(({ records, ...row }) => ({ ...row, cells: [records, share(records, whole)] }));
}

function channelsTable({ requests }: Counted): FigureTable {
  const records = recordsOf(requests, 'place');
  const rows = CHANNEL_ROWS.filter(({ family }) => family === 'record').map(({ channel, label }) => ({
    key: channel,
    label,
    kind: 'item' as const,
    records: sumOf(records.filter((each) => each.channel === channel)),
  }));
  return table('channels', [RECORDS, SHARE], sharesOf(rows, sumOf(records)));
}

function topicsTable({ requests, topics, keptBack }: Counted): FigureTable {
  const records = recordsOf(requests, 'topic');
  const names = new Map(topics.map(({ code, name }) => [code, name]));
  const byTopic = Map.groupBy(records, ({ topicCode }) => topicCode);
  const known = [...byTopic]
    .flatMap(([code, counts]) =>
      code === null ? [] : [{ key: code, label: names.get(code)!, records: sumOf(counts) }],
    )
    .sort((left, right) => right.records - left.records || compare(left.label.tr, right.label.tr));
  const restricted = new Set(topics.flatMap((topic) => (topic.restricted ? [topic.code] : [])));
  const told = known.filter(({ key, records: n }) => n >= FEWEST_OF_RESTRICTED || !restricted.has(key));
  const top = told.slice(0, TOP_TOPICS).map((row) => ({ ...row, kind: 'item' as const }));
  const rest = known
    .filter(({ key }) => !top.some((row) => row.key === key))
    .reduce((sum, row) => sum + row.records, 0);
  const none = sumOf(byTopic.get(null) ?? []);
  const rows = [
    ...top,
    { key: 'other', label: { tr: 'Diğer konular', en: 'Other topics' }, kind: 'other' as const, records: rest },
    { key: 'unspecified', label: notGiven(keptBack), kind: 'unspecified' as const, records: none },
  ];
  return table('topics', [RECORDS, SHARE], sharesOf(rows, sumOf(records)));
}

interface PlaceRow {
  key: string;
  label: Texts;
  kind: 'item' | 'unspecified';
  counts: RequestCount[];
}

function placeRows({ requests, neighbourhoods, keptBack }: Counted): PlaceRow[] {
  const byPlace = Map.groupBy(recordsOf(requests, 'place'), ({ neighbourhoodId }) => neighbourhoodId);
  const named = neighbourhoods.map(({ id, name }): PlaceRow => ({
    key: String(id),
    label: { tr: name, en: name },
    kind: 'item',
    counts: byPlace.get(id) ?? [],
  }));
  return [
    ...named,
    { key: 'unspecified', label: notGiven(keptBack), kind: 'unspecified', counts: byPlace.get(null) ?? [] },
  ];
}

function neighbourhoodsTable(counted: Counted): FigureTable {
  const rows = placeRows(counted).map(({ counts, ...row }) => ({ ...row, records: sumOf(counts) }));
  return table('neighbourhoods', [RECORDS, SHARE], sharesOf(rows, sumOf(recordsOf(counted.requests, 'place'))));
}

function crossTable(counted: Counted): FigureTable {
  const channels = CHANNEL_ROWS.filter(({ family }) => family === 'record');
  const cells = (counts: RequestCount[]) => [
    ...channels.map(({ channel }) => sumOf(counts.filter((each) => each.channel === channel))),
    sumOf(counts),
  ];
  const columns = channels.map(({ channel, label }): FigureColumn => ({ key: channel, label, format: 'count' }));
  const rows = placeRows(counted).map(({ counts, ...row }): FigureRow => ({ ...row, cells: cells(counts) }));
  const total: FigureRow = {
    key: 'total',
    label: TOTAL,
    kind: 'total',
    cells: cells(recordsOf(counted.requests, 'place')),
  };
  return table('channels-by-neighbourhood', [...columns, count('total', 'Toplam', 'Total')], [...rows, total]);
}

function socialTable(assignments: AssignmentCount[]): FigureTable {
  const cells = (some: AssignmentCount[]) => {
    const sum = (what: 'sent' | 'answered' | 'seconds') => some.reduce((total, each) => total + each[what], 0);
    return [sum('sent'), sum('answered'), meanDays(sum('seconds'), sum('answered'))];
  };
  const rows = CHANNEL_ROWS.filter(({ family }) => family === 'social').map(({ channel, label }): FigureRow => ({
    key: channel,
    label,
    kind: 'item',
    cells: cells(assignments.filter((each) => each.channel === channel)),
  }));
  return table(
    'social',
    [
      count('sent', 'İletilen evrak', 'Sent'),
      count('answered', 'Yanıtlanan', 'Answered'),
      { key: 'mean-days', label: { tr: 'Ortalama tamamlanma (gün)', en: 'Mean completion (days)' }, format: 'days' },
    ],
    [...rows, { key: 'total', label: TOTAL, kind: 'total', cells: cells(assignments) }],
  );
}

function promisesTable({ promises, months }: Counted): FigureTable {
  return table('promises', promiseColumns, promiseRows(promises, months));
}

/** Platforms stand under one row, as press releases count them, and each for itself below it: those rows are not added again. */
function outcomesTable(requests: RequestCount[]): FigureTable {
  const places = requests.filter(({ by }) => by === 'place');
  const cells = (channels: readonly Channel[]) => {
    const some = places.filter(({ channel }) => channels.includes(channel));
    const [received, concluded, withdrawn] = [sumOf(some), sumOf(some, 'concluded'), sumOf(some, 'withdrawn')];
    return [
      received,
      concluded,
      share(concluded, received),
      sumOf(some, 'forwarded'),
      withdrawn,
      received - concluded - withdrawn,
    ];
  };
  const single = (kind: FigureRow['kind'], { channel, label }: { channel: Channel; label: Texts }): FigureRow => ({
    key: channel,
    label,
    kind,
    cells: cells([channel]),
  });
  const rows = CHANNEL_ROWS.filter(({ family }) => family !== 'social').map((row) => single('item', row));
  const platforms = CHANNEL_ROWS.filter(({ family }) => family === 'social').map((row) =>
    single('apart', { ...row, label: { tr: `— ${row.label.tr}`, en: `— ${row.label.en}` } }),
  );
  const social: FigureRow = {
    key: 'social',
    label: { tr: 'Sosyal medya', en: 'Social media' },
    kind: 'item',
    cells: cells(channelsOf('social')),
  };
  const all = CHANNEL_ROWS.map(({ channel }) => channel);
  return table(
    'outcomes',
    [
      count('received', 'Gelen', 'Received'),
      count('concluded', 'Sonuçlanan', 'Concluded'),
      percent('concluded-share', 'Gelen içinde sonuçlanan', 'Concluded of received'),
      count('forwarded', 'Bunun iletileni', 'Of these forwarded'),
      count('withdrawn', 'Geri çekilen', 'Withdrawn'),
      count('open', 'Kesim anında açık', 'Open at the cut-off'),
    ],
    [...rows, social, ...platforms, { key: 'total', label: TOTAL, kind: 'total', cells: cells(all) }],
  );
}

function applicantsTable({ requests, applicants }: Counted): FigureTable {
  const places = requests.filter(({ by }) => by === 'place');
  const cells = (channel: Channel | null) => {
    const found = applicants.find((each) => each.channel === channel);
    const some = channel === null ? places : places.filter((each) => each.channel === channel);
    return [found?.applicants ?? 0, sumOf(some), found?.anonymous ?? 0];
  };
  const rows = CHANNEL_ROWS.map(({ channel, label }): FigureRow => ({
    key: channel,
    label,
    kind: 'item',
    cells: cells(channel),
  }));
  return table(
    'applicants',
    [
      count('applicants', 'Farklı başvuran', 'Different applicants'),
      count('applications', 'Başvuru', 'Applications'),
      count('anonymous', 'Bunun kimliksizi', 'Of these anonymous'),
    ],
    [
      ...rows,
      {
        key: 'total',
        label: { tr: 'Tüm kanallar birlikte', en: 'All channels together' },
        kind: 'total',
        cells: cells(null),
      },
    ],
  );
}
