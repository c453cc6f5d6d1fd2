import type { RequestPage } from '../../../../../contract/requests.ts';
import { useTexts } from '../../kit/texts.ts';
import { panelTexts } from './act-panel-texts.ts';

/** Who will read what is written here, and how they learn of it. */
export function useReader({ person }: Pick<RequestPage, 'person'>): string {
  const say = useTexts(panelTexts);
  if (person.notifyBy === 'none') return say('reply.nobody');
  return say('reply.reader', { who: person.name ?? say('reply.citizen'), how: say(`how.${person.notifyBy}`) });
}
