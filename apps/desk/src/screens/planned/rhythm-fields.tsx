/** On which days it comes, and what happens to them on holidays. */
import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { NewWorkPlan, Rhythm } from '../../../../../contract/planned-work.ts';
import { ON_HOLIDAY, RHYTHM_KINDS } from '../../../../../contract/planned-work.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useSeasons } from '../../seasons/seasons-on.ts';
import { WEEKDAYS, weekTexts } from '../settings/week-words.ts';
import type { PlanPart } from './plan-part.ts';
import { planTexts } from './plan-texts.ts';
import styles from '../settings/settings.module.css';

export function RhythmFields({ value, write }: PlanPart) {
  const say = useTexts(planTexts);
  const { rhythm } = value;
  const change = (part: Partial<Rhythm>) => write({ rhythm: { ...rhythm, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend>{say('when')}</legend>
      <SegmentedControl
        aria-label={say('kind')}
        value={rhythm.kind}
        data={RHYTHM_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
        onChange={(kind) => change({ kind: kind as Rhythm['kind'] })}
      />
      <div className={styles.line}>
        <TextInput
          type="date"
          label={say(rhythm.kind === 'once' ? 'from.once' : 'from')}
          value={rhythm.from}
          onChange={(event) => event.currentTarget.value !== '' && change({ from: event.currentTarget.value })}
        />
        <Every rhythm={rhythm} change={change} />
      </div>
      {rhythm.kind === 'weeks' && <Weekdays rhythm={rhythm} change={change} />}
      {rhythm.kind !== 'once' && <Within rhythm={rhythm} change={change} />}
      <Bounds value={value} write={write} />
    </fieldset>
  );
}

interface Part {
  rhythm: Rhythm;
  change: (part: Partial<Rhythm>) => void;
}

function Every({ rhythm: { kind, every, monthDay }, change }: Part) {
  const say = useTexts(planTexts);
  if (kind === 'once') return null;
  return (
    <>
      <NumberInput
        label={say(`every.${kind}`)}
        allowDecimal={false}
        min={1}
        max={52}
        value={every}
        onChange={(given) => change({ every: whole(given, 52) })}
      />
      {kind === 'months' && (
        <NumberInput
          label={say('monthDay')}
          description={say('monthDay.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDecimal={false}
          min={1}
          max={31}
          value={monthDay}
          onChange={(given) => change({ monthDay: whole(given, 31) })}
        />
      )}
    </>
  );
}

/** A field that is being emptied to be typed anew counts as one. */
function whole(given: string | number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(Number(given) || 1)));
}

function Weekdays({ rhythm: { weekdays }, change }: Part) {
  const say = useTexts(planTexts);
  const sayDay = useTexts(weekTexts);
  return (
    <Checkbox.Group
      label={say('weekdays')}
      value={weekdays.map(String)}
      onChange={(days) => change({ weekdays: days.map(Number) })}
    >
      <div className={styles.flags}>
        {WEEKDAYS.map((day) => (
          <Checkbox key={day} value={String(day)} label={sayDay(`day.${day}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const WINTER = { from: '10-15', to: '03-31' };

function Within({ rhythm: { within }, change }: Part) {
  const say = useTexts(planTexts);
  return (
    <>
      <Checkbox
        label={say('within')}
        checked={within !== null}
        onChange={(event) => change({ within: event.currentTarget.checked ? WINTER : null })}
      />
      {within !== null && (
        <div className={styles.line}>
          {(['from', 'to'] as const).map((edge) => (
            <TextInput
              key={edge}
              label={say(`within.${edge}`)}
              description={edge === 'to' ? say('within.hint') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              placeholder={WINTER[edge]}
              maxLength={5}
              value={within[edge]}
              onChange={(event) => change({ within: { ...within, [edge]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Bounds({ value, write }: PlanPart) {
  const say = useTexts(planTexts);
  const { language } = useSettings();
  const seasons = (useSeasons().data ?? []).filter(({ active, code }) => active || code === value.season);
  return (
    <>
      <div className={styles.two}>
        <Select
          label={say('onHoliday')}
          allowDeselect={false}
          value={value.onHoliday}
          data={ON_HOLIDAY.map((each) => ({ value: each, label: say(`onHoliday.${each}`) }))}
          onChange={(onHoliday) => write({ onHoliday: onHoliday as NewWorkPlan['onHoliday'] })}
        />
        <Select
          label={say('season')}
          placeholder={say('season.none')}
          clearable
          value={value.season}
          data={seasons.map(({ code, name }) => ({ value: code, label: name[language] }))}
          onChange={(season) => write({ season })}
        />
      </div>
      <div className={styles.two}>
        <NumberInput
          label={say('daysAhead')}
          allowDecimal={false}
          min={0}
          max={90}
          value={value.daysAhead}
          onChange={(given) => write({ daysAhead: Math.min(90, Math.max(0, Math.round(Number(given) || 0))) })}
        />
        <TextInput
          type="date"
          label={say('lastDay')}
          value={value.lastDay ?? ''}
          onChange={(event) => write({ lastDay: event.currentTarget.value || null })}
        />
      </div>
    </>
  );
}
