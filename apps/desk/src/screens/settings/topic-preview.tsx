import type { Question, Topic } from '../../../../../contract/catalogue.ts';
import { monthsInWords } from '../../../../../text/months.ts';
import { useSettings } from '../../kit/settings.ts';
import type { Say } from '../../kit/texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { settingTexts } from './setting-texts.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

/** The topic as somebody meets it on the portal: its name, when it ends, whose it is, what it asks. */
export function TopicPreview({ topic }: { topic: Topic }) {
  const sayAny = useTexts(settingTexts);
  const say = useTexts(topicTexts);
  const { language } = useSettings();
  const { conclusion } = topic.standard;
  return (
    <section>
      <h2>{sayAny('preview')}</h2>
      <div className={styles.preview}>
        <h3>{topic.name[language] || '–'}</h3>
        {conclusion && (
          <p className="hs-meta">
            {say('preview.promise', { n: conclusion.amount, unit: say(`unit.${conclusion.unit}`) })}
          </p>
        )}
        {topic.notOurs && (
          <p>
            {topic.notOurs.body[language]} <strong>{topic.notOurs.phone}</strong> {topic.notOurs.hours}
          </p>
        )}
        {topic.ownerNote && <p>{topic.ownerNote[language]}</p>}
        {topic.seasonal && (
          <p className="hs-meta">{say('preview.months', { months: monthsInWords(topic.seasonal.months, language) })}</p>
        )}
        {(topic.alsoCall ?? []).map(({ phone, when }, at) => (
          <p key={at}>
            {when[language]}: <strong>{phone}</strong>
          </p>
        ))}
        {topic.questions.map((question) => (
          <div key={question.id} className={question.showIf ? styles.asked : undefined}>
            <p>
              <strong>{question.label[language] || question.id}</strong>{' '}
              {!question.required && <span className="hs-meta">{say('optional')}</span>}
            </p>
            {question.hint && <p className="hs-meta">{question.hint[language]}</p>}
            <p className="hs-meta">{answerWords(question, { say, language })}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function answerWords(
  { type, choices = [], unit }: Question,
  { say, language }: { say: Say<typeof topicTexts.tr>; language: 'tr' | 'en' },
): string {
  if (type === 'choice') return choices.map(({ label, value }) => label[language] || value).join(' / ');
  if (type === 'yes-no') return say('yesNo');
  if (type === 'yes-no-unknown') return say('yesNoUnknown');
  return unit === undefined ? say(`type.${type}`) : `${say(`type.${type}`)}, ${unit}`;
}
