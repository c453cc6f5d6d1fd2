import type { SimilarAnswer } from '../../../../../contract/requests.ts';
import { useTexts } from '../../kit/texts.ts';
import { incidentTexts } from './incident-texts.ts';

type Alike = Partial<SimilarAnswer['requests'][number]>;

/** "40 m · aynı konu · arada 2 gün": why something is likely the same, in the server's findings and our words. */
export function useWhyAlike(): (found: Alike) => string {
  const say = useTexts(incidentTexts);
  return ({ distance, sameStreet, sameTopic, days, lead }) =>
    [
      typeof distance === 'number' ? say('metres', { n: distance }) : sameStreet ? say('sameStreet') : '',
      sameTopic === undefined ? '' : say(sameTopic ? 'sameTopic' : 'kindredTopic'),
      days === undefined ? '' : days === 0 ? say('sameDay') : say('days', { n: days }),
      lead ? say('inIncident') : '',
    ]
      .filter(Boolean)
      .join(' · ');
}
