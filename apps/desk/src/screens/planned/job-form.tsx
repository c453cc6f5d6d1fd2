import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { PlannedJob } from '../../../../../contract/planned-work.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useToldList } from '../../kit/told-list.ts';
import { useColleagueLabel, useColleagues } from '../../people/colleagues.ts';
import type { Asking, JobAct } from './planned-data.ts';
import { plannedTexts } from './planned-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './planned.module.css';

interface Props {
  job: PlannedJob;
  asking: Asking;
  error: Error | null;
  run: (what: JobAct) => void;
  onClose: () => void;
}

/** The words an act wants, at its row; Escape leaves it as it was. */
export function JobForm({ job, asking: { act }, error, run, onClose }: Props) {
  const say = useTexts(plannedTexts);
  const refusalText = useRefusalText();
  const [words, setWords] = useState('');
  const [person, setPerson] = useState<string | null>(job.person?.id ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(act === 'hand' ? { act, job, person } : { act, job, words });
  };
  const problem = error === null ? undefined : refusalText(error);
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      {act === 'hand' ? (
        <PersonField {...{ job, person, problem }} onWrite={setPerson} />
      ) : (
        <TextInput
          label={say(`ask.${act}`)}
          maxLength={500}
          autoFocus
          value={words}
          error={problem}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <span className={plain.acts}>
        <Button type="submit" size="compact-sm" variant="filled">
          {say('save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </span>
    </form>
  );
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
