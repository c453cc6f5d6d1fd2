/** Takes the list out of the house as a file, so it asks why; then it tells how far it is, and hands the file over. */
import { Button, Checkbox, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { EXPORT_COLUMNS, PERSONAL_COLUMNS, USUAL_COLUMNS } from '../../../../../contract/export-columns.ts';
import type { ColumnName } from '../../../../../contract/export-columns.ts';
import type { ExportQuery } from '../../../../../contract/exports.ts';
import type { WorkShown } from '../../../../../contract/works.ts';
import { formatCount } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { WorkProgress } from '../../works/work-progress.tsx';
import { exportTexts } from './export-texts.ts';
import { columnsOf } from './list-columns.ts';
import { narrowingOf } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import styles from './work.module.css';

interface Props {
  filter: ListFilter;
  onClose: () => void;
}

export function ExportPanel({ filter, onClose }: Props) {
  const say = useTexts(exportTexts);
  const [work, setWork] = useState<string | null>(null);
  useShortcut('Escape', say('close'), onClose, { whileTyping: true });
  return (
    <section className={styles.export} aria-label={say('title')}>
      {work === null ? (
        <AskForm filter={filter} onAsked={setWork} onClose={onClose} />
      ) : (
        <>
          <WorkProgress id={work}>{(now) => <Fetch work={now} />}</WorkProgress>
          <div>
            <Button onClick={onClose}>{say('close')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

type Choice = Pick<ExportQuery, 'format' | 'personal' | 'reason'> & { columns: string[] };
/** The columns the rows show, where somebody chose them. */
function firstChoice({ columns }: ListFilter): Choice {
  const shown = columnsOf(columns);
  return { format: 'xlsx', personal: false, reason: '', columns: shown.length > 0 ? shown : [...USUAL_COLUMNS] };
}

function AskForm({ filter, onAsked, onClose }: Props & { onAsked: (work: string) => void }) {
  const say = useTexts(exportTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const [choice, setChoice] = useState(() => firstChoice(filter));
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  const ask = useMutation({
    mutationFn: () =>
      api.post<{ work: string }>('/api/v1/exports', { ...choice, filter: narrowingOf(filter), language }),
    onSuccess: ({ work }) => onAsked(work),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  return (
    <form className={styles.exportForm} onSubmit={submit}>
      <TextInput
        label={say('why')}
        description={say('logged')}
        value={choice.reason}
        maxLength={500}
        autoFocus
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={say('format')}
        value={choice.format}
        data={[
          { value: 'xlsx', label: say('xlsx') },
          { value: 'csv', label: say('csv') },
        ]}
        onChange={(format) => change({ format: format as Choice['format'] })}
      />
      <Columns choice={choice} onChange={change} />
      {ask.isError && <p className="hs-problem">{refusalText(ask.error)}</p>}
      <div className={styles.headLine}>
        <Button type="submit" variant="filled">
          {say('go')}
        </Button>
        <Button onClick={onClose}>{say('close')}</Button>
      </div>
    </form>
  );
}

/** In the order in which they are chosen, so that what was taken away and chosen again stands last. */
function Columns({ choice, onChange }: { choice: Choice; onChange: (part: Partial<Choice>) => void }) {
  const say = useTexts(exportTexts);
  const { language } = useSettings();
  const me = useMe();
  const names = Object.keys(EXPORT_COLUMNS) as ColumnName[];
  const isPersonal = PERSONAL_COLUMNS.some((name) => choice.columns.includes(name));
  return (
    <>
      <details>
        <summary>{say('columns', { n: choice.columns.length })}</summary>
        <MultiSelect
          aria-label={say('columns', { n: choice.columns.length })}
          data={names.map((value) => ({ value, label: EXPORT_COLUMNS[value][language] }))}
          value={choice.columns}
          searchable
          comboboxProps={{ withinPortal: false }}
          onChange={(columns) => onChange({ columns })}
        />
      </details>
      {isPersonal && reach(me, 'reveal-personal-data') !== 'none' && (
        <Checkbox
          label={say('personal')}
          description={say('personal.logged')}
          checked={choice.personal}
          onChange={(event) => onChange({ personal: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

function Fetch({ work: { id, state, result } }: { work: WorkShown }) {
  const say = useTexts(exportTexts);
  const { language } = useSettings();
  if (state !== 'done') return null;
  return (
    <p>
      <a className="hs-link" href={`/api/v1/exports/${id}/file`} download>
        {say('fetch', { n: formatCount(Number(result?.rows ?? 0), language) })}
      </a>{' '}
      <span className="hs-meta">{say('kept')}</span>
    </p>
  );
}
