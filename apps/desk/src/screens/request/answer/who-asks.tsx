import type { AskedBy } from '../../../../../../contract/answers.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { answerTexts } from './answer-texts.ts';

/** Which of the requests that get the same answer asks for it; nothing where the answered one does. */
export function WhoAsks({ askedBy }: { askedBy: AskedBy }) {
  const say = useTexts(answerTexts);
  const { language } = useSettings();
  if (askedBy === null) return null;
  if (askedBy.request === null) return say('asked.hidden');
  const { shownNumber, topic } = askedBy.request;
  if (topic === null) return say('asked.request', { number: shownNumber });
  return say('asked.topic', { number: shownNumber, topic: `${topic.code} ${topic[language]}` });
}
