/** Under the list while rows are chosen: how many, what to do with them, what exactly will happen, and how far it is. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { BulkAct, BulkActAsked, BulkActName } from '../../../../../contract/bulk.ts';
import type { WorkListRow } from '../../../../../contract/finding.ts';
import { formatCount } from '../../../../../text/format.ts';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { WorkProgress } from '../../works/work-progress.tsx';
import { bulkTexts } from './bulk-texts.ts';
import { narrowingOf } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import type { Selection } from './use-selection.ts';
import { workTexts } from './work-keys.ts';
import styles from './bulk.module.css';

/** Most people open the list to read it: what is needed to act on many comes with the first row that is chosen. */
const BulkForm = lazy(async () => ({ default: (await import('./bulk-form.tsx')).BulkForm }));

interface Props {
  rows: readonly WorkListRow[];
  selection: Selection;
  filter: ListFilter;
  /** All that the filter lists; undefined while nobody knows. */
  listed: number | undefined;
}

export function BulkBar({ rows, selection, filter, listed }: Props) {
  const say = useTexts(bulkTexts);
  const sayKeys = useTexts(workTexts);
  const [act, setAct] = useState<BulkActName | null>(null);
  const [work, setWork] = useState<string | null>(null);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const count = selection.all ? (listed ?? 0) : selection.chosen.size;
  const may = reach(useMe(), 'bulk-act') !== 'none';
  const some = may && count > 0;
  const ask = useMutation({
    mutationFn: (given: BulkAct) =>
      api.post<BulkActAsked>('/api/v1/bulk-acts', {
        rows: selection.all ? { filter: narrowingOf(filter) } : { ids: [...selection.chosen] },
        act: given,
      }),
    onSuccess({ work: id }) {
      setWork(id);
      setAct(null);
      selection.clear();
    },
  });
  useShortcut('B', sayKeys('merge'), () => setAct('merge'), { when: some });
  useShortcut('H', sayKeys('assign'), () => setAct('assign'), { when: some });
  useShortcut('D', say('act.accept'), () => setAct('accept'), { when: some });
  useShortcut('N', sayKeys('note'), () => setAct('note'), { when: some });
  useShortcut('T', sayKeys('topic'), () => setAct('topic'), { when: some });
  useShortcut('Escape', say('clear'), selection.clear, { when: some && act === null });
  useCommands([{ id: 'choose-shown', title: say('chooseShown'), act: selection.toggleShown }]);
  if (!may || (!some && work === null)) return null;
  const close = () => {
    setWork(null);
    void queries.invalidateQueries({ queryKey: caseKeys.lists });
  };
  return (
    <section className={styles.bar} aria-label={say('bar')}>
      {some && <Chosen {...{ selection, listed, count }} />}
      {some && (
        <Suspense>
          <BulkForm {...{ rows, selection, count, act }} onAct={setAct} busy={ask.isPending} onGo={ask.mutate} />
        </Suspense>
      )}
      {ask.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(ask.error)}
        </p>
      )}
      {work !== null && (
        <>
          <WorkProgress key={work} id={work} nameOf={(id) => <Name id={id} rows={rows} />} />
          <button type="button" className="hs-link" onClick={close}>
            {say('close')}
          </button>
        </>
      )}
    </section>
  );
}

function Name({ id, rows }: { id: string; rows: readonly WorkListRow[] }) {
  const say = useTexts(bulkTexts);
  return <Link to={`/isler/${id}` as string}>{rows.find((row) => row.id === id)?.shownNumber ?? say('record')}</Link>;
}

function Chosen({ selection, listed, count }: Pick<Props, 'selection' | 'listed'> & { count: number }) {
  const say = useTexts(bulkTexts);
  const { language } = useSettings();
  const n = formatCount(count, language);
  const more = !selection.all && listed !== undefined && listed > count;
  return (
    <p className={styles.chosen} role="status">
      <strong>{say(selection.all ? 'chosen.all' : 'chosen', { n })}</strong>
      {!selection.all && (
        <button type="button" className="hs-link" onClick={selection.toggleShown}>
          {say('chooseShown')}
        </button>
      )}
      {more && (
        <button type="button" className="hs-link" onClick={selection.chooseAll}>
          {say('chooseAll', { n: formatCount(listed, language) })}
        </button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={selection.clear}>
        {say('clear')} <kbd className="hs-key">Esc</kbd>
      </Button>
    </p>
  );
}
