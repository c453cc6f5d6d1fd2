import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './request.module.css';

const texts = defineTexts(
  {
    asked: 'Vatandaşa soruldu. Yanıt için son gün: {day}.',
    reminds: 'Hatırlatma: {day}.',
    reminded: 'Hatırlatıldı: {day}.',
    'reminds.not': 'Hatırlatma gönderilmez.',
    unanswered: 'Sorumuza yanıt gelmedi; son gün geçti: {day}. Elinizdeki bilgiyle sonuçlandırabilirsiniz.',
    reply: 'Vatandaş bilgiyi bu güne kadar yazarsa yeniden bakılmasını istemiş olur: {day}.',
  },
  {
    asked: 'The citizen was asked. Last day to answer: {day}.',
    reminds: 'Reminder: {day}.',
    reminded: 'Reminded: {day}.',
    'reminds.not': 'No reminder is sent.',
    unanswered: 'No answer to our question; the last day has passed: {day}. You may conclude with what you have.',
    reply: 'If the citizen writes by this day, it asks that we look again: {day}.',
  },
);

/** Until when the citizen may answer our question, and whether they were reminded; or that no answer came. */
export function QuestionLine({ page }: { page: RequestPage }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const { question } = page;
  if (question === null) return null;
  const day = (given: string) => formatDay(given.length === 10 ? given : new Date(given), language);
  if (question.replyUntil !== null)
    return <p className={styles.questionLine}>{say('reply', { day: day(question.replyUntil) })}</p>;
  if (page.concludedAt !== null) return null;
  if (question.endedBy === 'unanswered')
    return <p className={styles.questionLine}>{say('unanswered', { day: day(question.lastDay) })}</p>;
  if (page.state !== 'waiting-for-citizen') return null;
  const reminder =
    question.remindedAt !== null
      ? say('reminded', { day: day(question.remindedAt) })
      : question.remindOn === null
        ? say('reminds.not')
        : say('reminds', { day: day(question.remindOn) });
  return (
    <p className={styles.questionLine}>
      {say('asked', { day: day(question.lastDay) })} {reminder}
    </p>
  );
}
