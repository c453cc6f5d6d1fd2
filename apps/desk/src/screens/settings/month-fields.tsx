import { Checkbox } from '@mantine/core';
import { monthName } from '../../../../../text/months.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import type { TopicPart } from './topic-part.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** In which months the work is done; none is marked: in every one. */
export function MonthFields({ topic: { seasonal }, write }: TopicPart) {
  const say = useTexts(topicTexts);
  const { language } = useSettings();
  const months = seasonal?.months ?? [];
  const mark = (month: number, isDone: boolean) => {
    const marked = MONTHS.filter((each) => (each === month ? isDone : months.includes(each)));
    write({ seasonal: marked.length === 0 ? undefined : { months: marked } });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{say('seasonal')}</legend>
      <p className="hs-meta">{say('seasonal.hint')}</p>
      <div className={styles.months}>
        {MONTHS.map((month) => (
          <Checkbox
            key={month}
            label={monthName(month, language)}
            checked={months.includes(month)}
            onChange={(event) => mark(month, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
