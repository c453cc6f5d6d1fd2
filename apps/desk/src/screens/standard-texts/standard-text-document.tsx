import { Button, Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { MergeField, StandardText, TextProblem } from '../../../../../contract/standard-texts.ts';
import { MERGE_FIELDS } from '../../../../../contract/standard-texts.ts';
import { useCatalogue, useDirectorates } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useSeasons } from '../../seasons/seasons-on.ts';
import { Publish } from '../settings/publish.tsx';
import { RevisionList } from '../settings/revision-list.tsx';
import { settingTexts } from '../settings/setting-texts.ts';
import { useEdit, usePublish } from '../settings/use-edit.ts';
import { standardTexts } from './standard-texts-texts.ts';
import styles from '../settings/settings.module.css';

const OUTCOMES = [
  ...([
    'done',
    'information-given',
    'forwarded',
    'refused',
    'partly-granted',
    'not-examined',
    'information-missing',
    'duplicate',
  ] as const),
  'interim' as const,
];

interface Part {
  value: StandardText;
  write: (part: Partial<StandardText>) => void;
}

export function StandardTextDocument({ saved, onMade }: { saved: StandardText; onMade: (id: string) => void }) {
  const say = useTexts(standardTexts);
  const sayAny = useTexts(settingTexts);
  const { value, write, undo } = useEdit(saved);
  const path = `/api/v1/standard-texts/${saved.id}`;
  const save = usePublish(
    (reason) => {
      const { id: _, uses: __, ...given } = value;
      const body = { ...given, ...(reason && { reason }) };
      return saved.version === 0
        ? api.post<StandardText>('/api/v1/standard-texts', body)
        : api.put<StandardText>(path, body);
    },
    {
      keys: ['standard-texts'],
      onSaved: ({ id }) => {
        undo();
        if (saved.version === 0) onMade(id);
      },
    },
  );
  return (
    <div className={styles.document}>
      <h1>{saved.version === 0 ? say('new') : saved.title}</h1>
      {saved.version > 0 && <p className="hs-meta">{say('uses', { n: saved.uses })}</p>}
      <TextInput
        label={say('name')}
        maxLength={120}
        value={value.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
      />
      <WhatFor value={value} write={write} />
      <Words value={value} write={write} />
      <Checkbox
        label={sayAny('active')}
        checked={value.active}
        onChange={(event) => write({ active: event.currentTarget.checked })}
      />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      {saved.version > 0 && <RevisionList path={`${path}/revisions`} version={saved.version} />}
    </div>
  );
}

function WhatFor({ value, write }: Part) {
  const say = useTexts(standardTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const topics = (useCatalogue().data?.topics ?? []).filter(({ active }) => active);
  const seasons = useSeasons().data ?? [];
  const me = useMe();
  const everywhere = reach(me, 'standard-text-change') === 'all';
  const directorates = (useDirectorates().data ?? []).filter(({ code }) => everywhere || code === me.directorate);
  return (
    <div className={styles.two}>
      <NativeSelect
        label={say('outcome')}
        value={value.outcome ?? ''}
        data={[
          { value: '', label: say('any') },
          ...OUTCOMES.map((each) => ({ value: each, label: say(`outcome.${each}`) })),
        ]}
        onChange={(event) => write({ outcome: (event.currentTarget.value || null) as StandardText['outcome'] })}
      />
      <NativeSelect
        label={say('language')}
        value={value.language}
        data={(['tr', 'en'] as const).map((each) => ({ value: each, label: sayAny(each) }))}
        onChange={(event) => write({ language: event.currentTarget.value as 'tr' | 'en' })}
      />
      <Select
        label={say('topic')}
        placeholder={say('any')}
        searchable
        clearable
        value={value.topic}
        data={topics.map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }))}
        onChange={(topic) => write({ topic, group: null })}
      />
      {seasons.length > 0 && (
        <NativeSelect
          label={say('season')}
          value={value.season ?? ''}
          data={[
            { value: '', label: say('season.always') },
            ...seasons.map(({ code, name }) => ({ value: code, label: name[language] })),
          ]}
          onChange={(event) => write({ season: event.currentTarget.value || null })}
        />
      )}
      <NativeSelect
        label={say('owner')}
        value={value.directorate ?? ''}
        data={[
          ...(everywhere ? [{ value: '', label: say('owner.centre') }] : []),
          ...directorates.map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn })),
        ]}
        onChange={(event) => write({ directorate: event.currentTarget.value || null })}
      />
    </div>
  );
}

/** The text with its fields; what is wrong with it is said while it is written. */
function Words({ value, write }: Part) {
  const say = useTexts(standardTexts);
  const area = useRef<HTMLTextAreaElement>(null);
  const problems = useProblems(value.body);
  const insert = (field: MergeField) => {
    const at = area.current?.selectionStart ?? value.body.length;
    write({ body: `${value.body.slice(0, at)}{{${field}}}${value.body.slice(at)}` });
    area.current?.focus();
  };
  return (
    <>
      <Textarea
        ref={area}
        label={say('body')}
        description={say('body.hint')}
        lang={value.language}
        autosize
        minRows={4}
        maxLength={4000}
        value={value.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <span>{say('fields')}</span>
        {MERGE_FIELDS.map((field) => (
          <Button key={field} size="compact-sm" onClick={() => insert(field)}>
            {say(`field.${field}`)}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {problems.map((problem, place) => (
          <Problem key={`${place} ${problem.written}`} {...problem} />
        ))}
      </div>
    </>
  );
}

function useProblems(body: string): TextProblem[] {
  const [settled] = useDebouncedValue(body, 300);
  const { data } = useQuery({
    queryKey: ['standard-text-check', settled],
    queryFn: () => api.post<TextProblem[]>('/api/v1/standard-texts/check', { body: settled }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return data ?? [];
}

function Problem({ problem, written, instead }: TextProblem) {
  const say = useTexts(standardTexts);
  const field = instead === null ? null : say(`field.${instead as MergeField}`);
  return (
    <p className="hs-problem">
      {say(`problem.${problem}`, { written })} {field !== null && say('problem.instead', { field })}
    </p>
  );
}
