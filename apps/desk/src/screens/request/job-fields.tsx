/** Beside an assignment: whether it is a job of its own, what job, and in how many working days. */
import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { NewAssignment } from '../../../../../contract/request-acts.ts';
import { fold } from '../../../../../text/turkish.ts';
import { useCatalogue } from '../../case/case-data.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './act-panel.module.css';

export type Job = NonNullable<NewAssignment['job']>;

export const jobTexts = defineTexts(
  {
    own: 'Ayrı bir iş: kendi süresi olsun',
    topic: 'Hangi iş?',
    days: 'İş günü',
    hint: 'Boşsa konunun kendi süresi işler. Yasal günü geçemez; vatandaşa verilen söz değişmez.',
    'unit.minutes': 'dakika',
    'unit.hours': 'saat',
    'unit.working-hours': 'çalışma saati',
    'unit.calendar-days': 'gün',
    'unit.business-days': 'iş günü',
  },
  {
    own: 'A job of its own, with a period of its own',
    topic: 'Which job?',
    days: 'Working days',
    hint: 'Left empty, the topic’s own standard holds. Never later than the law’s day; the promise to the citizen stays.',
    'unit.minutes': 'minutes',
    'unit.hours': 'hours',
    'unit.working-hours': 'working hours',
    'unit.calendar-days': 'days',
    'unit.business-days': 'working days',
  },
);

export function JobFields({ job, onChange }: { job: Job | null; onChange: (job: Job | null) => void }) {
  const say = useTexts(jobTexts);
  const { language } = useSettings();
  const topics = (useCatalogue().data?.topics ?? [])
    .filter(({ active }) => active)
    .map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }));
  return (
    <>
      <Checkbox
        label={say('own')}
        checked={job !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { topic: null, period: null } : null)}
      />
      {job !== null && (
        <div className={styles.fields}>
          <Select
            label={say('topic')}
            data={topics}
            searchable
            clearable
            filter={({ options, search }) =>
              (options as { label: string }[]).filter(({ label }) => fold(label).includes(fold(search.trim()))) as never
            }
            value={job.topic}
            onChange={(topic) => onChange({ ...job, topic })}
          />
          <NumberInput
            label={say('days')}
            min={1}
            max={365}
            allowDecimal={false}
            value={job.period?.amount ?? ''}
            onChange={(value) =>
              onChange({
                ...job,
                period: typeof value === 'number' && value > 0 ? { amount: value, unit: 'business-days' } : null,
              })
            }
          />
          <p className="hs-meta">{say('hint')}</p>
        </div>
      )}
    </>
  );
}
