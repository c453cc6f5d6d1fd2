import { NativeSelect, TextInput } from '@mantine/core';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useTexts } from '../../kit/texts.ts';
import type { TopicPart } from './topic-part.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

export type Period = NonNullable<Topic['standard']['conclusion']>;
const UNITS = ['minutes', 'hours', 'working-hours', 'calendar-days', 'business-days'] as const;

/** What is promised: requests recorded from now on get it, those that are open keep theirs. */
export function StandardFields({ topic, write }: TopicPart) {
  const say = useTexts(topicTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('standard')}</legend>
      <div className={styles.two}>
        {(['firstResponse', 'conclusion'] as const).map((which) => (
          <OnePeriod
            key={which}
            label={say(which)}
            period={topic.standard[which]}
            onWrite={(period) => write({ standard: { ...topic.standard, [which]: period } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface PeriodProps {
  label: string;
  period: Period | undefined;
  onWrite: (period: Period | undefined) => void;
}

/** One length of time: how much of what, or none. */
export function OnePeriod({ label, period, onWrite }: PeriodProps) {
  const say = useTexts(topicTexts);
  return (
    <div className={styles.line}>
      <NativeSelect
        label={label}
        value={period?.unit ?? ''}
        data={[
          { value: '', label: say('unit.none') },
          ...UNITS.map((value) => ({ value, label: say(`unit.${value}`) })),
        ]}
        onChange={(event) => {
          const unit = event.currentTarget.value as Period['unit'] | '';
          onWrite(unit === '' ? undefined : { amount: period?.amount ?? 1, unit });
        }}
      />
      {period && (
        <TextInput
          label={say('amount')}
          inputMode="numeric"
          w="6rem"
          value={String(period.amount)}
          onChange={(event) =>
            onWrite({ ...period, amount: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 5)) })
          }
        />
      )}
    </div>
  );
}
