/** Who is away and who stands in: one's own days, and those of the people one answers for. Why somebody is away is asked nowhere. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Absence } from '../../../../../contract/absences.ts';
import { formatDay } from '../../../../../text/format.ts';
import { AskedState } from '../../kit/asked-state.tsx';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import plain from '../../shell/plain-page.module.css';
import { AbsenceForm } from './absence-form.tsx';
import { useAbsences, useEndAbsence, useRecordAbsence } from './absences-data.ts';
import { absencesTexts } from './absences-texts.ts';

export function AbsencesScreen() {
  const say = useTexts(absencesTexts);
  const asked = useAbsences();
  const [ended, setEnded] = useState<Absence | null>(null);
  const { absences = [], today = '' } = asked.data ?? {};
  const now = absences.filter((absence) => isOn(absence, today));
  const alone = now.filter(({ warning }) => warning !== null).length;
  return (
    <div className={plain.page}>
      <h1>{say('title')}</h1>
      <AskedState asked={asked} loading={say('loading')} />
      {asked.isSuccess && (
        <p className={plain.lead}>{now.length === 0 ? say('today.none') : say('today', { n: now.length, alone })}</p>
      )}
      <section aria-labelledby="new-absence">
        <h2 id="new-absence">{say('new')}</h2>
        <AbsenceForm />
      </section>
      <section aria-labelledby="absences">
        <h2 id="absences">{say('list')}</h2>
        {ended !== null && <Undo absence={ended} today={today} onDone={() => setEnded(null)} />}
        {asked.isSuccess && absences.length === 0 && <p>{say('none')}</p>}
        <ul className={plain.list}>
          {absences.map((absence) => (
            <Row key={absence.id} absence={absence} today={today} onEnded={setEnded} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function isOn({ from, to }: Absence, day: string): boolean {
  return from <= day && to >= day;
}

interface RowProps {
  absence: Absence;
  today: string;
  onEnded: (absence: Absence) => void;
}

function Row({ absence, today, onEnded }: RowProps) {
  const say = useTexts(absencesTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const end = useEndAbsence(onEnded);
  const { name, directorate, delegateName, warning, mayEnd } = absence;
  const day = (at: string) => formatDay(at, language);
  const more = [
    isOn(absence, today) ? say('now') : null,
    say('days', { from: day(absence.from), to: day(absence.to) }),
    delegateName === null ? null : say('by', { name: delegateName }),
    warning === null ? null : say(`warning.${warning}`),
  ].filter(Boolean);
  return (
    <li className={plain.row}>
      <span className={plain.said}>
        <span className={plain.words}>{[name, directorate].filter(Boolean).join(' · ')}</span>
        <span className={plain.more}>{more.join(' · ')}</span>
        {end.isError && <span className="hs-problem">{refusalText(end.error)}</span>}
      </span>
      {mayEnd && (
        <Button
          size="compact-sm"
          variant="default"
          aria-disabled={end.isPending}
          onClick={() => !end.isPending && end.mutate(absence)}
        >
          {say(isOn(absence, today) ? 'end' : 'cancel')}
        </Button>
      )}
    </li>
  );
}

/** What was taken away is recorded again from today on; the days that are over are kept by the server anyway. */
function Undo({ absence, today, onDone }: { absence: Absence; today: string; onDone: () => void }) {
  const say = useTexts(absencesTexts);
  const refusalText = useRefusalText();
  const record = useRecordAbsence();
  const { staffId, to, delegateId } = absence;
  const from = absence.from < today ? today : absence.from;
  return (
    <p role="status" className={plain.acts}>
      {say('ended')}
      <Button size="compact-sm" onClick={() => record.mutate({ staffId, from, to, delegateId }, { onSuccess: onDone })}>
        {say('undo')}
      </Button>
      {record.isError && <span className="hs-problem">{refusalText(record.error)}</span>}
    </p>
  );
}
