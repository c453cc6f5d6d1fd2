import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Holiday } from '../../../../../contract/calendar.ts';
import { api, queryText } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import { HolidayEffects } from './holiday-effects.tsx';
import { holidayTexts } from './holiday-texts.ts';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const KINDS = ['official', 'administrative-leave', 'local-closure'] as const;

/** A holiday is known by its day, kind and Turkish name: a changed one keeps them. */
export function HolidayForm({ saved, onDone }: { saved: Holiday; onDone: () => void }) {
  const say = useTexts(holidayTexts);
  const { value, write, undo } = useEdit(saved);
  const save = usePublish((reason) => api.put<Holiday>('/api/v1/holidays', { ...value, ...(reason && { reason }) }), {
    keys: ['holidays'],
    onSaved: onDone,
  });
  const isNew = saved.version === 0;
  return (
    <section className={styles.group}>
      <div className={styles.two}>
        {isNew && (
          <>
            <TextInput
              label={say('date')}
              type="date"
              value={value.date}
              onChange={(event) => write({ date: event.currentTarget.value })}
            />
            <NativeSelect
              label={say('kind')}
              value={value.kind}
              data={KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
              onChange={(event) => write({ kind: event.currentTarget.value as Holiday['kind'] })}
            />
          </>
        )}
        <TextInput
          label={say('startsAt')}
          type="time"
          value={value.startsAt ?? ''}
          onChange={(event) => write({ startsAt: event.currentTarget.value || null })}
        />
        <TextInput
          label={say('source')}
          maxLength={300}
          value={value.source}
          onChange={(event) => write({ source: event.currentTarget.value })}
        />
      </div>
      {isNew && (
        <BothLanguages label={say('name')} maxLength={120} value={value.name} onWrite={(name) => write({ name })} />
      )}
      <Checkbox
        label={say('confirmed')}
        checked={value.confirmed}
        onChange={(event) => write({ confirmed: event.currentTarget.checked })}
      />
      {(isNew || value.startsAt !== saved.startsAt) && (
        <HolidayEffects holiday={isNew ? { ...value, name: UNNAMED } : value} removed={false} />
      )}
      <Publish before={isNew ? {} : saved} after={value} save={save} onUndo={isNew ? onDone : undo} />
      {!isNew && (
        <>
          <div>
            <Button onClick={onDone}>{say('cancel')}</Button>
          </div>
          <RevisionList path={revisionsOf(saved)} version={saved.version} />
        </>
      )}
    </section>
  );
}

// What a new holiday is called moves nothing; asked about under one name, nobody asks again with every letter.
const UNNAMED = { tr: '–', en: '–' };

function revisionsOf({ date, kind, name }: Holiday): string {
  return `/api/v1/holidays/revisions${queryText({ date, kind, name: name.tr })}`;
}

export function RemoveHoliday({ holiday, onDone }: { holiday: Holiday; onDone: () => void }) {
  const say = useTexts(holidayTexts);
  const sayAny = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const [reason, setReason] = useState('');
  const { date, kind, name, version } = holiday;
  const remove = usePublish(
    (why) => api.delete<{ done: boolean }>('/api/v1/holidays', { date, kind, name: name.tr, version, reason: why }),
    { keys: ['holidays'], onSaved: onDone },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!remove.isPending) remove.mutate(reason);
  };
  return (
    <form className={styles.publish} onSubmit={submit} noValidate>
      <h2>{say('removeTitle', { name: `${date} ${name[language]}` })}</h2>
      <HolidayEffects holiday={holiday} removed />
      <TextInput
        label={sayAny('reason')}
        autoFocus
        maxLength={500}
        value={reason}
        error={remove.isError ? refusalText(remove.error) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="filled">
          {say('removeDo')}
        </Button>
        <Button onClick={onDone}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
