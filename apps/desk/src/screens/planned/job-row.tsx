import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PlannedJob } from '../../../../../contract/planned-work.ts';
import { formatDateTime, formatDay } from '../../../../../text/format.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useRuleNames } from '../settings/routing/use-rule-names.ts';
import { JobForm } from './job-form.tsx';
import type { Asking, JobAct } from './planned-data.ts';
import { useJobSteps } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './planned.module.css';

interface Props {
  job: PlannedJob;
  today: string;
  isCurrent: boolean;
  asking: Asking | null;
  error: Error | null;
  run: (what: JobAct) => void;
  onAsk: (asking: Asking | null) => void;
  onAt: (id: string) => void;
}

export function JobRow({ job, today, isCurrent, asking, error, run, onAsk, onAt }: Props) {
  const place = usePlace();
  const more = useMore();
  return (
    <li
      className={`${plain.row} ${styles.row}`}
      data-job={job.id}
      data-current={isCurrent || undefined}
      // By the mouse only once the click is through: keys that appear at its buttons would move them from under the pointer.
      onFocus={({ target }) => target.matches(':focus-visible') && onAt(job.id)}
      onClick={() => onAt(job.id)}
    >
      <div className={plain.said} tabIndex={-1}>
        <span className={plain.words}>
          {job.title} · {place(job)}
        </span>
        <span>{job.todo}</span>
        <span className={plain.more}>
          <Day job={job} /> · {formatted(more(job))} <DayMark job={job} today={today} />
        </span>
        {job.note !== null && <span>{job.note}</span>}
      </div>
      {asking === null ? (
        <Acts {...{ job, isCurrent, run, onAsk }} />
      ) : (
        <JobForm key={asking.act} {...{ job, asking, today, error, run }} onClose={() => onAsk(null)} />
      )}
      {isCurrent && <Steps id={job.id} />}
    </li>
  );
}

const formatted = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ');

/** `Atatürk, Okul Sokak` */
function usePlace(): (job: PlannedJob) => string {
  const say = useTexts(plannedTexts);
  const { names } = useRuleNames();
  return ({ neighbourhood, area, street }) => {
    const at =
      neighbourhood !== null
        ? names.neighbourhood(neighbourhood)
        : area !== null
          ? names.area(area)
          : say('everywhere');
    return street === '' ? at : `${at}, ${street}`;
  };
}

function useMore(): (job: PlannedJob) => (string | null)[] {
  const say = useTexts(plannedTexts);
  const { language } = useSettings();
  const { names } = useRuleNames();
  const when = (at: string) => formatDateTime(new Date(at), language, { short: true });
  return ({ state, movedFrom, directorate, unit, person, endedAt, endedBy }) => [
    movedFrom === null ? null : say('moved', { day: formatDay(movedFrom, language) }),
    names.directorate(directorate),
    unit === null ? null : names.unit(unit),
    state === 'due' ? (person?.name ?? say('nobody')) : null,
    state === 'done' || state === 'skipped' ? say(`state.${state}`) : null,
    endedAt === null ? null : say('by', { name: endedBy ?? '–', when: when(endedAt) }),
  ];
}

/** The day its plan wanted stays to be read, struck through, as with promises. */
function Day({ job: { day, putOffFrom } }: { job: PlannedJob }) {
  const say = useTexts(plannedTexts);
  const { language } = useSettings();
  return (
    <>
      {putOffFrom !== null && (
        <>
          <s>
            <span className="hs-unseen">{say('day.before')} </span>
            {formatDay(putOffFrom, language)}
          </s>{' '}
        </>
      )}
      {formatDay(day, language)}
    </>
  );
}

const DAY_MS = 86_400_000;

/** Shape and words before colour: late by so many days, or today. */
function DayMark({ job: { state, day }, today }: { job: PlannedJob; today: string }) {
  const say = useTexts(plannedTexts);
  if (state !== 'due' || day > today) return null;
  const over = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  const how = over === 0 ? say('today') : say('over', { n: over });
  return <ClockMark face={{ weight: over === 0 ? 'today' : 'late', when: how, how }} />;
}

function Acts({ job, isCurrent, run, onAsk }: Pick<Props, 'job' | 'isCurrent' | 'run' | 'onAsk'>) {
  const say = useTexts(plannedTexts);
  const isDue = job.state === 'due';
  const key = (name: string) => (isCurrent ? <kbd className="hs-key">{name}</kbd> : null);
  const ask = (act: Asking['act']) => () => onAsk({ id: job.id, act, day: job.day });
  const usual = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <span className={plain.acts}>
      {isDue && job.mayDo && (
        <>
          <Button {...usual} onClick={() => run({ act: 'done', job, words: '' })}>
            {say('done')} {key('S')}
          </Button>
          <Button {...usual} onClick={ask('done')}>
            {say('done.note')} {key('N')}
          </Button>
          <Button {...usual} onClick={ask('skip')}>
            {say('skip')} {key('V')}
          </Button>
          <Button {...usual} onClick={ask('put-off')}>
            {say('put-off')} {key('E')}
          </Button>
        </>
      )}
      {isDue && job.mayHand && (
        <Button {...usual} onClick={ask('hand')}>
          {say('hand')} {key('H')}
        </Button>
      )}
      {!isDue && job.mayDo && (
        <Button {...usual} onClick={() => run({ act: 'undo', job })}>
          {say('undo')}
        </Button>
      )}
    </span>
  );
}

/** Asked only when somebody opens it. */
function Steps({ id }: { id: string }) {
  const say = useTexts(plannedTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const steps = useJobSteps(id, open).data ?? [];
  const words = ({ what, to, fromDay, toDay }: (typeof steps)[number]) => {
    if (what === 'handed') return to === null ? say('step.handed.nobody') : say('step.handed', { to });
    if ((what !== 'put-off' && what !== 'put-back') || fromDay === null || toDay === null)
      return say(`step.${what as 'made'}`);
    return say(`step.${what}`, { from: formatDay(fromDay, language), to: formatDay(toDay, language) });
  };
  return (
    <details className={styles.steps} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('steps')}</summary>
      <ul className={plain.list}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.what}`} className={plain.more}>
            {formatted([
              formatDateTime(new Date(step.at), language, { short: true }),
              step.by ?? say('house'),
              words(step),
              step.why,
            ])}
          </li>
        ))}
      </ul>
    </details>
  );
}
