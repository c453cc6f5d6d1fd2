/** A case as one visit sees it, and the few things every part of its page says. */
import { listTopics } from '../../modules/catalogue/door.ts';
import type { CaseFile } from '../../modules/requests/door.ts';
import { listDirectorates } from '../../modules/staff/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Visit } from '../visit.ts';
import type { Promised } from './promise.ts';
import { promiseOf } from './promise.ts';
import type { Reader } from './thread.ts';

export interface Tracked {
  visit: Visit;
  key: string;
  file: CaseFile;
  reader: Reader;
  promise: Promised;
}

export async function tracked(visit: Visit, key: string, file: CaseFile): Promise<Tracked> {
  const { house, say, language, now } = visit;
  const [directorates, topics] = await Promise.all([listDirectorates(house.db), listTopics(house.db)]);
  const reader: Reader = {
    say,
    language,
    directorates: new Map(directorates.map((each) => [each.code, each])),
    topics: new Map(topics.map((each) => [each.code, each])),
  };
  return { visit, key, file, reader, promise: promiseOf(file.request, { say, language, now }) };
}

export function promiseLine({ promise }: Tracked): Markup {
  return html`<p class="promise${promise.late && ' late'}">${promise.sentence}</p>`;
}

export function directorateName({ directorates, language }: Reader, code: string): string {
  const directorate = directorates.get(code);
  return (language === 'tr' ? directorate?.name : directorate?.nameEn) ?? '';
}

export function topicName({ file, reader }: Tracked): string | undefined {
  return reader.topics.get(file.request.topicCode ?? '')?.name[reader.language];
}
