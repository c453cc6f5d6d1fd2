/** What a row says in each column. Pure: words come in, text goes out; what is not known is said as '' and drawn as a dash. */
import type { WorkListRow } from '../../../../../contract/finding.ts';
import type { Names } from '../../../../../contract/requests.ts';
import { formatCount, formatTableDate } from '../../../../../text/format.ts';
import type { Language } from '../../../../../text/language.ts';
import type { useCaseWords } from '../../case/use-case-words.ts';
import type { ListColumn } from './list-columns.ts';

export interface CellWords {
  names: Names;
  word: ReturnType<typeof useCaseWords>;
  language: Language;
}

const CELLS: Record<ListColumn, (row: WorkListRow, words: CellWords) => string> = {
  number: ({ shownNumber }) => shownNumber,
  topic: ({ topicCode }, { names, language }) =>
    topicCode === null ? '' : (names.topics[topicCode]?.[language] ?? topicCode),
  neighbourhood: ({ neighbourhoodId }, { names }) =>
    neighbourhoodId === null ? '' : (names.neighbourhoods[String(neighbourhoodId)] ?? ''),
  street: ({ street }) => street ?? '',
  state: ({ state }, { word }) => word('state', state),
  outcome: ({ outcome }, { word }) => word('outcome', outcome),
  due: ({ nextDueAt }, { language }) => dayText(nextDueAt, language),
  promised: ({ promisedAt }, { language }) => dayText(promisedAt, language),
  received: ({ receivedAt }, { language }) => dayText(receivedAt, language),
  concluded: ({ concludedAt }, { language }) => dayText(concludedAt, language),
  directorate: ({ directorates }, { names, language }) =>
    directorates.map((code) => names.directorates[code]?.[language] ?? code).join(', '),
  person: ({ assigneeIds }, { names }) => assigneeIds.flatMap((id) => names.staff[id] ?? []).join(', '),
  channel: ({ channel }, { word }) => word('channel', channel),
  kind: ({ kind }, { word }) => word('kind', kind),
  photos: ({ photos }, { language }) => (photos === 0 ? '' : formatCount(photos, language)),
};

export const cellText = (column: ListColumn, row: WorkListRow, words: CellWords): string => CELLS[column](row, words);

const dayText = (instant: string | null, language: Language): string =>
  instant === null ? '' : formatTableDate(new Date(instant), language);
