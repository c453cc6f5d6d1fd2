/** What citizens file in tests: a sunken pavement, by the web, from nobody in particular; each test changes what it is about. */
import type { Application } from '../modules/intake/door.ts';
import { NO_PLACE } from '../modules/intake/door.ts';

const PAVEMENT: Application = {
  channel: 'web',
  kind: 'complaint',
  text: 'Sokağımızdaki kaldırım çökmüş, bebek arabası geçmiyor.',
  language: 'tr',
  topicCode: 'YOL-04',
  answers: [],
  danger: false,
  person: null,
  place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
  fileIds: [],
  clientKey: null,
};

export function applicationOf(change: Partial<Application> = {}): Application {
  return { ...PAVEMENT, ...change };
}
