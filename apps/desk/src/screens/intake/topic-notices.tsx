import type { Topic } from '../../../../../contract/catalogue.ts';
import { monthsElsewhen } from '../../../../../contract/topic-months.ts';
import { monthsInWords } from '../../../../../text/months.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useSeasonsOn } from '../../seasons/seasons-on.ts';
import { intakeTexts } from './intake-texts.ts';
import styles from './intake.module.css';

/** What must be said before anything else: 112, whom to call when it is not ours, whose it is, in which months it is done, what a season changes. A bare "not ours" is never said. */
export function TopicNotices({ topic, danger }: { topic: Topic | undefined; danger: boolean }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const seasons = useSeasonsOn();
  const notOurs = topic?.notOurs;
  const months = topic ? monthsElsewhen(topic, new Date()) : null;
  return (
    <div aria-live="polite" className={styles.notices}>
      {(danger || topic?.danger) && (
        <p className={styles.danger}>
          <strong>112</strong> {danger ? say('danger.say') : say('danger.topic')}
        </p>
      )}
      {notOurs && (
        <div className={styles.notOurs}>
          <h3>{notOurs.shared ? say('notOurs.shared') : say('notOurs.title')}</h3>
          <p>{notOurs.body[language]}</p>
          <p className={styles.strong}>{say('notOurs.call', { phone: notOurs.phone, hours: notOurs.hours })}</p>
          {notOurs.have && <p>{say('notOurs.have', { have: notOurs.have[language] })}</p>}
          <p className="hs-meta">{say('notOurs.leave')}</p>
        </div>
      )}
      {topic?.ownerNote && <p>{topic.ownerNote[language]}</p>}
      {months && <p>{say('months.line', { months: monthsInWords(months, language) })}</p>}
      {seasons.map(({ code, name, notice, topics }) => {
        const told = topics.find((one) => one.topic === topic?.code)?.told[language];
        return told === undefined ? null : (
          <p key={code} className={styles.alsoCall}>
            <strong>{name[language]}.</strong> {notice[language]} {told}
          </p>
        );
      })}
      {(topic?.alsoCall ?? []).map(({ phone, when }) => (
        <p key={phone} className={styles.alsoCall}>
          {say('alsoCall.line', { when: when[language], phone })}
        </p>
      ))}
    </div>
  );
}
