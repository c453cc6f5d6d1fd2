import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KnownProblem, NewKnownProblem } from '../../../../../contract/known-problems.ts';
import { useCatalogue } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { AddFoot } from '../settings/add-foot.tsx';
import { Publish } from '../settings/publish.tsx';
import { RevisionList } from '../settings/revision-list.tsx';
import { settingTexts } from '../settings/setting-texts.ts';
import { useEdit, usePublish } from '../settings/use-edit.ts';
import { EndKnownProblem } from './end-known-problem.tsx';
import type { KnownPart } from './known-part.ts';
import { knownTexts } from './known-texts.ts';
import { WhereFields } from './where-fields.tsx';
import styles from '../settings/settings.module.css';

const PATH = '/api/v1/known-problems';
const KEYS = ['known-problems', 'known-near'];

export function KnownProblemDocument({ saved, onOpened }: { saved: KnownProblem; onOpened: (id: string) => void }) {
  const say = useTexts(knownTexts);
  const { value, write, undo } = useEdit<NewKnownProblem>(sayingOf(saved));
  const isNew = saved.version === 0;
  const save = usePublish(
    (reason) => api.put<KnownProblem>(`${PATH}/${saved.id}`, { known: { ...value, version: saved.version }, reason }),
    { keys: KEYS, onSaved: undo },
  );
  return (
    <div className={styles.document}>
      <h1>{isNew ? say('new') : saved.title}</h1>
      {!isNew && <Standing saved={saved} />}
      <What value={value} write={write} />
      <WhereFields value={value} write={write} />
      <div className={styles.two}>
        <TextInput
          type="datetime-local"
          label={say('expectedEnd')}
          value={value.expectedEnd ?? ''}
          onChange={(event) => write({ expectedEnd: event.currentTarget.value || null })}
        />
        <TextInput
          label={say('source')}
          description={say('source.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          value={value.source}
          onChange={(event) => write({ source: event.currentTarget.value })}
        />
      </div>
      {isNew && <Open value={value} onOpened={onOpened} />}
      {!isNew && saved.inForce && <Publish before={sayingOf(saved)} after={value} save={save} onUndo={undo} />}
      {!isNew && <EndKnownProblem key={saved.version} saved={saved} keys={KEYS} />}
      {!isNew && <RevisionList path={`${PATH}/${saved.id}/revisions`} version={saved.version} />}
    </div>
  );
}

function sayingOf(saved: KnownProblem): NewKnownProblem {
  const { title, topic, tr, en, neighbourhoods, areas, point, whereabouts, expectedEnd, source } = saved;
  return { title, topic, tr, en, neighbourhoods, areas, point, whereabouts, expectedEnd, source };
}

/** How it stands, in sentences; where the work is done, one link. */
function Standing({ saved }: { saved: KnownProblem }) {
  const say = useTexts(knownTexts);
  const { number, people, inForce, closedHow, lead, expectedEnd } = saved;
  const isOverdue = inForce && expectedEnd !== null && new Date(`${expectedEnd}+03:00`) < new Date();
  const how = inForce
    ? 'inForce'
    : closedHow === 'over'
      ? 'over.nobody'
      : closedHow === 'concluded'
        ? 'over.concluded'
        : 'over.goesOn';
  return (
    <div>
      <p className="hs-meta">{[say('number', { n: number }), say('people', { n: people })].join(' · ')}</p>
      <p>{say(how)}</p>
      {isOverdue && <p className="hs-problem">{say('overdue')}</p>}
      {lead !== null && (
        <p>
          {say('lead')}{' '}
          <Link to={`/isler/${lead.id}` as string} className="hs-number">
            {lead.shownNumber}
          </Link>
        </p>
      )}
      {lead === null && people === 0 && inForce && <p className="hs-meta">{say('noLead')}</p>}
    </div>
  );
}

function What({ value, write }: KnownPart) {
  const say = useTexts(knownTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const topics = (useCatalogue().data?.topics ?? []).filter(
    ({ active, publicTopic, restricted, identitySecret, kind }) =>
      active && publicTopic && !restricted && !identitySecret && kind !== 'foi' && kind !== 'kvkk',
  );
  return (
    <>
      <div className={styles.two}>
        <TextInput
          label={say('name')}
          maxLength={120}
          value={value.title}
          onChange={(event) => write({ title: event.currentTarget.value })}
        />
        <Select
          label={say('topic')}
          description={say('topic.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          value={value.topic === '' ? null : value.topic}
          data={topics.map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` }))}
          onChange={(topic) => write({ topic: topic ?? '' })}
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{say('said')}</legend>
        <p className="hs-meta">{say('said.hint')}</p>
        <div className={styles.both}>
          {(['tr', 'en'] as const).map((each) => (
            <Textarea
              key={each}
              label={sayAny(each)}
              lang={each}
              autosize
              minRows={3}
              maxLength={300}
              value={value[each]}
              onChange={(event) => write({ [each]: event.currentTarget.value })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** Opened without a reason: while water runs down the street nobody is asked why they say so. */
function Open({ value, onOpened }: { value: NewKnownProblem; onOpened: (id: string) => void }) {
  const say = useTexts(knownTexts);
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: () => api.post<KnownProblem>(PATH, value),
    onSuccess: async ({ id }) => {
      await Promise.all(KEYS.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onOpened(id);
    },
  });
  return <AddFoot add={open} label={say('open')} pending={say('opening')} />;
}
