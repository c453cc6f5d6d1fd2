import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { PlannedJob } from '../../../../../contract/planned-work.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useDraft } from '../../kit/drafts.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useToldList } from '../../kit/told-list.ts';
import { useColleagueLabel, useColleagues } from '../../people/colleagues.ts';
import type { Asking, JobAct } from './planned-data.ts';
import { wordsKey } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './planned.module.css';

interface Props {
  job: PlannedJob;
  asking: Asking;
  today: string;
  error: Error | null;
  run: (what: JobAct) => void;
  onClose: () => void;
}

/** The words an act wants, at its row; Escape leaves it as it was. */
export function JobForm({ job, asking, today, error, run, onClose }: Props) {
  const say = useTexts(plannedTexts);
  const refusalText = useRefusalText();
  const { act } = asking;
  const { text: words, write } = useDraft(wordsKey(job.id, act));
  const [person, setPerson] = useState<string | null>(job.person?.id ?? null);
  const [day, setDay] = useState(() => dayAfter(job.day < today ? today : job.day));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act === 'hand') run({ act, job, person });
    // Whoever has been told that a colleague moved it means it from there.
    else if (act === 'put-off') run({ act, job, day, words, from: job.day });
    else run({ act, job, words });
  };
  const problem = error === null ? undefined : refusalText(error);
  const isOfDay = act === 'put-off' && error !== null && !isRefusal(error, 'reason-missing');
  const isMoved = act === 'put-off' && job.day !== asking.day;
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      {act === 'hand' && <PersonField {...{ job, person, problem }} onWrite={setPerson} />}
      {act === 'put-off' && (
        <TextInput
          type="date"
          label={say('ask.day')}
          min={today}
          required
          withAsterisk={false}
          autoFocus
          value={day}
          error={isOfDay}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
      {act !== 'hand' && (
        <TextInput
          className={styles.words}
          label={say(`ask.${act}`)}
          maxLength={500}
          autoFocus={act !== 'put-off'}
          value={words}
          error={isOfDay ? undefined : problem}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
      {isMoved ? <MovedMeanwhile day={job.day} /> : isOfDay && <Problem>{problem}</Problem>}
      <span className={plain.acts}>
        <Button type="submit" size="compact-sm" variant="filled">
          {say(isMoved ? 'save.anyway' : 'save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </span>
    </form>
  );
}

const DAY_MS = 86_400_000;

/** A first guess; what the plan makes way for, the server knows. */
function dayAfter(day: string): string {
  let next = new Date(Date.parse(day) + DAY_MS);
  while (next.getUTCDay() % 6 === 0) next = new Date(next.getTime() + DAY_MS);
  return next.toISOString().slice(0, 10);
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p className={`hs-problem ${styles.problem}`} role="alert">
      {children}
    </p>
  );
}

/** A colleague put it off while the words were being typed. */
function MovedMeanwhile({ day }: { day: string }) {
  const say = useTexts(plannedTexts);
  const { language } = useSettings();
  return <Problem>{say('moved.meanwhile', { day: formatDay(day, language) })}</Problem>;
}

interface FieldProps {
  job: PlannedJob;
  person: string | null;
  problem: string | undefined;
  onWrite: (person: string | null) => void;
}

/** Only those of the job's directorate see it in their list. */
function PersonField({ job, person, problem, onWrite }: FieldProps) {
  const say = useTexts(plannedTexts);
  const label = useColleagueLabel();
  const people = (useColleagues().data ?? []).filter(({ directorate }) => directorate === job.directorate);
  return (
    <Select
      {...useToldList()}
      label={say('ask.hand')}
      placeholder={say('ask.nobody')}
      data={people.map((one) => ({ value: one.id, label: label(one) }))}
      searchable
      clearable
      autoFocus
      value={person}
      error={problem}
      onChange={onWrite}
    />
  );
}
