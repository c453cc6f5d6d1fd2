/**
 * The columns an exported list may have: their heads, and what stands in each cell. Personal data comes here already as the asker may have it,
 * masked or in the clear. Pure.
 */
import { CASE_WORDS, caseKey } from '../../../../contract/case-words.ts';
import type { Names } from '../../../../contract/requests.ts';
import type { Language } from '../../../../text/language.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import type { Assignment, ServiceRequest } from '../../requests/door.ts';

/** Instants become dates of the spreadsheet's own, numbers numbers; everything else is text and never a formula. */
export type Cell = string | number | Date | null;

export interface ExportRow {
  request: ServiceRequest;
  /** Those that are the directorate's still. */
  parts: readonly Assignment[];
  photos: number;
  name: string;
  phone: string;
  email: string;
}

interface Column {
  tr: string;
  en: string;
  /** In characters, as a spreadsheet measures. */
  width: number;
  cell(row: ExportRow, words: Words): Cell;
}

export interface Words {
  language: Language;
  names: Names;
}

export const COLUMNS = {
  number: { tr: 'Başvuru no', en: 'Number', width: 15, cell: ({ request }) => formatTrackingNumber(request.trackingNumber) }, // prettier-ignore
  received: { tr: 'Geliş', en: 'Received', width: 17, cell: ({ request }) => request.receivedAt },
  channel: { tr: 'Geliş yolu', en: 'Channel', width: 14, cell: ({ request }, words) => word('channel', request.channel, words) }, // prettier-ignore
  kind: { tr: 'Türü', en: 'Kind', width: 14, cell: ({ request }, words) => word('kind', request.kind, words) },
  topic: { tr: 'Konu', en: 'Topic', width: 32, cell: ({ request }, words) => topicName(request, words) },
  text: { tr: 'Ne oldu', en: 'What happened', width: 60, cell: ({ request }) => request.text },
  state: { tr: 'Durum', en: 'State', width: 20, cell: ({ request }, words) => word('state', request.state, words) },
  outcome: { tr: 'Sonuç', en: 'Outcome', width: 20, cell: ({ request }, words) => word('outcome', request.outcome, words) }, // prettier-ignore
  directorate: { tr: 'Müdürlük', en: 'Directorate', width: 32, cell: directoratesOf },
  unit: { tr: 'Birim', en: 'Unit', width: 14, cell: ({ parts }) => joined(parts.map(({ unitCode }) => unitCode)) },
  person: { tr: 'Kimde', en: 'With whom', width: 20, cell: ({ parts }, { names }) => joined(parts.map(({ assigneeId }) => assigneeId && (names.staff[assigneeId] ?? null))) }, // prettier-ignore
  neighbourhood: { tr: 'Mahalle', en: 'Neighbourhood', width: 20, cell: ({ request: { neighbourhoodId } }, { names }) => (neighbourhoodId === null ? null : (names.neighbourhoods[String(neighbourhoodId)] ?? null)) }, // prettier-ignore
  street: { tr: 'Sokak', en: 'Street', width: 24, cell: ({ request }) => request.street },
  door: { tr: 'Kapı', en: 'Door', width: 8, cell: ({ request }) => request.door },
  place: { tr: 'Tarif', en: 'Description', width: 30, cell: ({ request }) => request.description },
  latitude: { tr: 'Enlem', en: 'Latitude', width: 11, cell: ({ request }) => request.latitude },
  longitude: { tr: 'Boylam', en: 'Longitude', width: 11, cell: ({ request }) => request.longitude },
  promised: { tr: 'Söz', en: 'Promised for', width: 17, cell: ({ request }) => request.promisedAt },
  due: { tr: 'Son gün', en: 'Due', width: 17, cell: ({ request }) => request.nextDueAt },
  firstResponse: { tr: 'İlk yanıt', en: 'First response', width: 17, cell: ({ request }) => request.firstResponseAt },
  concluded: { tr: 'Sonuçlanma', en: 'Concluded', width: 17, cell: ({ request }) => request.concludedAt },
  external: { tr: 'Kurum no', en: 'External number', width: 18, cell: ({ request }) => request.externalNumber },
  photos: { tr: 'Fotoğraf', en: 'Photos', width: 9, cell: ({ photos }) => photos },
  name: { tr: 'Başvuran', en: 'Citizen', width: 24, cell: ({ name }) => name },
  phone: { tr: 'Telefon', en: 'Phone', width: 18, cell: ({ phone }) => phone },
  email: { tr: 'E-posta', en: 'E-mail', width: 26, cell: ({ email }) => email },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
/** Unknown names are left out; a view of another version stays good. */
export const columnsOf = (names: readonly string[]): ColumnName[] =>
  names.filter((name): name is ColumnName => Object.hasOwn(COLUMNS, name));

/** Whose cells hold personal data. */
export const PERSONAL: readonly ColumnName[] = ['name', 'phone', 'email'];

/** What a list is exported with where nothing else was chosen. */
export const USUAL: readonly ColumnName[] = [
  ...(['number', 'received', 'channel', 'kind', 'topic', 'text', 'state', 'outcome', 'directorate', 'person'] as const),
  ...(['neighbourhood', 'street', 'door', 'place', 'promised', 'due', 'concluded', 'photos', 'name', 'phone'] as const),
];

function word(group: Parameters<typeof caseKey>[0], code: string | null, { language }: Words): string | null {
  const key = code === null ? null : caseKey(group, code);
  return key === null ? code : CASE_WORDS[language][key];
}

function topicName({ topicCode }: ServiceRequest, { language, names }: Words): string | null {
  return topicCode === null ? null : (names.topics[topicCode]?.[language] ?? topicCode);
}

function directoratesOf({ parts }: ExportRow, { language, names }: Words): string | null {
  return joined(parts.map(({ directorateCode }) => names.directorates[directorateCode]?.[language] ?? directorateCode));
}

function joined(values: readonly (string | null)[]): string | null {
  const given = [...new Set(values.filter((value) => value !== null && value !== ''))];
  return given.length === 0 ? null : given.join(', ');
}
