import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkingWeek } from '../../../../../contract/calendar.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';
import { useEdit, usePublish } from './use-edit.ts';
import { faultOf, minutesOfWeek, timeInWords, WEEKDAYS, weekInWords, weekTexts } from './week-words.ts';

/** On which days and hours the municipality works: what periods in business days and working hours are counted on. */
export function WeekSection(_: { item: string | undefined }) {
  const refusalText = useRefusalText();
  const say = useTexts(settingTexts);
  const asked = useQuery({
    queryKey: ['working-week'],
    queryFn: ({ signal }) => api.get<WorkingWeek>('/api/v1/working-week', {}, signal),
  });
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  if (asked.data === undefined) return <p className="hs-meta">{say('loading')}</p>;
  return <WeekDocument saved={asked.data} />;
}

function WeekDocument({ saved }: { saved: WorkingWeek }) {
  const say = useTexts(weekTexts);
  const { language } = useSettings();
  const { value, write, undo } = useEdit(saved);
  const save = usePublish((reason) => api.put<WorkingWeek>('/api/v1/working-week', { ...value, reason }), {
    keys: ['working-week'],
    onSaved: undo,
  });
  const fault = faultOf(value);
  return (
    <div className={styles.document}>
      <p className="hs-meta">{say('intro')}</p>
      <Days value={value} write={write} />
      <Hours value={value} write={write} />
      <Checkbox
        label={say('pauses')}
        description={say('pauses.hint')}
        checked={value.closuresPauseService}
        onChange={(event) => write({ closuresPauseService: event.currentTarget.checked })}
      />
      {fault === null ? <InWords week={value} /> : <p className="hs-problem">{say(fault)}</p>}
      <Publish before={weekInWords(saved, language)} after={weekInWords(value, language)} save={save} onUndo={undo} />
      <RevisionList
        path="/api/v1/working-week/revisions"
        version={saved.version}
        inWords={(body) => weekInWords(body as WorkingWeek, language)}
      />
    </div>
  );
}

interface Part {
  value: WorkingWeek;
  write: (part: Partial<WorkingWeek>) => void;
}

function Days({ value: { workingDays }, write }: Part) {
  const say = useTexts(weekTexts);
  const toggle = (day: number, works: boolean) =>
    write({ workingDays: WEEKDAYS.filter((each) => (each === day ? works : workingDays.includes(each))) });
  return (
    <fieldset className={styles.group}>
      <legend>{say('days')}</legend>
      <div className={styles.line}>
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={say(`day.${day}`)}
            checked={workingDays.includes(day)}
            onChange={(event) => toggle(day, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const MOST_SPANS = 4;

function Hours({ value: { hours }, write }: Part) {
  const say = useTexts(weekTexts);
  const change = (at: number, part: Partial<WorkingWeek['hours'][number]>) =>
    write({ hours: hours.map((span, place) => (place === at ? { ...span, ...part } : span)) });
  return (
    <fieldset className={styles.group}>
      <legend>{say('hours')}</legend>
      <p className="hs-meta">{say('hours.hint')}</p>
      {hours.map((span, at) => (
        <div key={at} className={styles.line}>
          {(['from', 'to'] as const).map((edge) => (
            <TextInput
              key={edge}
              label={say(edge, { n: at + 1 })}
              type="time"
              value={span[edge]}
              onChange={(event) => change(at, { [edge]: event.currentTarget.value })}
            />
          ))}
          {hours.length > 1 && (
            <Button
              aria-label={say('removeNamed', { n: at + 1 })}
              onClick={() => write({ hours: hours.filter((_, place) => place !== at) })}
            >
              {say('removeSpan')}
            </Button>
          )}
        </div>
      ))}
      {hours.length < MOST_SPANS && (
        <div>
          <Button onClick={() => write({ hours: [...hours, { from: hours.at(-1)!.to, to: '23:59' }] })}>
            {say('addSpan')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function InWords({ week }: { week: WorkingWeek }) {
  const say = useTexts(weekTexts);
  const { language } = useSettings();
  const [hours, minutes] = [Math.floor(minutesOfWeek(week) / 60), minutesOfWeek(week) % 60];
  const amount = minutes === 0 ? say('amount', { hours }) : say('amountAndMinutes', { hours, minutes });
  return <p role="status">{say('sum', { amount, end: timeInWords(week.hours.at(-1)!.to, language) })}</p>;
}
