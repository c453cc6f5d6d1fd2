/**
 * What stands in each cell of an exported list, column by column (their heads: contract/export-columns.ts). Personal data comes here already as the asker may have it,
 * masked or in the clear. Pure.
 */
import { CASE_WORDS, caseKey } from '../../../../contract/case-words.ts';
import type { ColumnName } from '../../../../contract/export-columns.ts';
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
  /** In characters, as a spreadsheet measures. */
  width: number;
  cell(row: ExportRow, words: Words): Cell;
}

export interface Words {
  language: Language;
  names: Names;
}

export const COLUMNS = {
  number: { width: 15, cell: ({ request }) => formatTrackingNumber(request.trackingNumber) }, // prettier-ignore
  received: { width: 17, cell: ({ request }) => request.receivedAt },
  channel: { width: 14, cell: ({ request }, words) => word('channel', request.channel, words) }, // prettier-ignore
  kind: { width: 14, cell: ({ request }, words) => word('kind', request.kind, words) },
  topic: { width: 32, cell: ({ request }, words) => topicName(request, words) },
  text: { width: 60, cell: ({ request }) => request.text },
  state: { width: 20, cell: ({ request }, words) => word('state', request.state, words) },
  outcome: { width: 20, cell: ({ request }, words) => word('outcome', request.outcome, words) }, // prettier-ignore
  directorate: { width: 32, cell: directoratesOf },
  unit: { width: 14, cell: ({ parts }) => joined(parts.map(({ unitCode }) => unitCode)) },
  person: { width: 20, cell: ({ parts }, { names }) => joined(parts.map(({ assigneeId }) => assigneeId && (names.staff[assigneeId] ?? null))) }, // prettier-ignore
  neighbourhood: { width: 20, cell: ({ request: { neighbourhoodId } }, { names }) => (neighbourhoodId === null ? null : (names.neighbourhoods[String(neighbourhoodId)] ?? null)) }, // prettier-ignore
  street: { width: 24, cell: ({ request }) => request.street },
  door: { width: 8, cell: ({ request }) => request.door },
  place: { width: 30, cell: ({ request }) => request.description },
  latitude: { width: 11, cell: ({ request }) => request.latitude },
  longitude: { width: 11, cell: ({ request }) => request.longitude },
  promised: { width: 17, cell: ({ request }) => request.promisedAt },
  due: { width: 17, cell: ({ request }) => request.nextDueAt },
  firstResponse: { width: 17, cell: ({ request }) => request.firstResponseAt },
  concluded: { width: 17, cell: ({ request }) => request.concludedAt },
  external: { width: 18, cell: ({ request }) => request.externalNumber },
  photos: { width: 9, cell: ({ photos }) => photos },
  name: { width: 24, cell: ({ name }) => name },
  phone: { width: 18, cell: ({ phone }) => phone },
  email: { width: 26, cell: ({ email }) => email },
} as const satisfies Record<ColumnName, Column>;

/** Unknown names are left out; a view of another version stays good. */
export const columnsOf = (names: readonly string[]): ColumnName[] =>
  names.filter((name): name is ColumnName => Object.hasOwn(COLUMNS, name));

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
