import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDay } from '../../../../../text/format.ts';
import { dayFromToday } from '../../kit/days.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useColleagueLabel, useColleagues } from '../../people/colleagues.ts';
import plain from '../../shell/plain-page.module.css';
import { useRecordAbsence } from './absences-data.ts';
import { absencesTexts } from './absences-texts.ts';

/** Oneself first; others where the reader answers for them. Left as typed where it is refused. */
export function AbsenceForm() {
  const say = useTexts(absencesTexts);
  const me = useMe();
  const label = useColleagueLabel();
  const colleagues = useColleagues().data ?? [];
  const [staffId, setStaffId] = useState(me.id);
  const [from, setFrom] = useState(dayFromToday(1));
  const [to, setTo] = useState(dayFromToday(1));
  const [delegateId, setDelegateId] = useState<string | null>(null);
  const record = useRecordAbsence();
  const save = () => !record.isPending && record.mutate({ staffId, from, to, delegateId });
  useShortcut('Ctrl+Enter', say('save'), save, { whileTyping: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const others = colleagues.filter(({ id, mayRecordAbsence }) => id !== me.id && mayRecordAbsence);
  const standIns = colleagues.filter(({ id }) => id !== staffId);
  return (
    <form className={plain.form} onSubmit={submit} noValidate>
      {others.length > 0 && (
        <Select
          label={say('who')}
          data={[
            { value: me.id, label: `${me.name} (${say('self')})` },
            ...others.map((one) => ({ value: one.id, label: label(one) })),
          ]}
          searchable
          allowDeselect={false}
          value={staffId}
          onChange={(id) => setStaffId(id ?? me.id)}
        />
      )}
      <div className={plain.fields}>
        <TextInput
          type="date"
          label={say('from')}
          value={from}
          onChange={({ currentTarget: { value } }) => {
            setFrom(value);
            if (to < value) setTo(value);
          }}
        />
        <TextInput type="date" label={say('to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      <Select
        label={say('standIn')}
        description={say('standIn.hint')}
        placeholder={say('standIn.none')}
        data={standIns.map((one) => ({ value: one.id, label: label(one) }))}
        searchable
        clearable
        value={delegateId}
        onChange={setDelegateId}
      />
      <Problem error={record.error} />
      <div className={plain.acts}>
        <Button type="submit" variant="filled" aria-disabled={record.isPending}>
          {record.isPending ? say('saving') : say('save')} <kbd className="hs-key">{printedKeys('Ctrl+Enter')}</kbd>
        </Button>
        <span role="status">{record.isSuccess && say(record.data.delegateId === null ? 'saved.alone' : 'saved')}</span>
      </div>
    </form>
  );
}

/** With the days that clash, where the server says which. */
function Problem({ error }: { error: Error | null }) {
  const say = useTexts(absencesTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  if (error === null) return null;
  const sentence = () => {
    if (!isRefusal(error)) return refusalText(error);
    const { from, to, problem } = error.details as Record<string, string>;
    const days = { from: formatDay(from ?? '', language), to: formatDay(to ?? '', language) };
    if (error.code === 'absence-overlaps') return say('overlaps', days);
    if (error.code === 'stand-in-circle') return say('circle', days);
    const key = `problem.${problem}`;
    return Object.hasOwn(absencesTexts.tr, key) ? say(key as 'problem.over') : refusalText(error);
  };
  return (
    <p className="hs-problem" role="alert">
      {sentence()}
    </p>
  );
}
