/** Who did or looked at what, when and why. First how the chain stands, then the filter, then the entries by day, newest first. */
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { formatDay } from '../../../../../text/format.ts';
import type { AuditEntryShown } from '../../../../../contract/audit.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import type { AuditFilter } from './audit-data.ts';
import { useAuditFilter, useAuditPages, useAuditState } from './audit-data.ts';
import { auditTexts } from './audit-texts.ts';
import { ChainLine } from './chain-line.tsx';
import { EntryRow } from './entry-row.tsx';
import { ExportAsk } from './export-ask.tsx';
import { FilterFields } from './filter-fields.tsx';
import styles from './audit.module.css';

export function AuditScreen() {
  const say = useTexts(auditTexts);
  const state = useAuditState();
  const refusalText = useRefusalText();
  const [filter, write] = useAuditFilter();
  const first = useRef<HTMLSelectElement>(null);
  useShortcut('F', say('filter'), () => first.current?.focus());
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <ExportAsk filter={filter} />
      </header>
      {state.isError && <p className="hs-problem">{refusalText(state.error)}</p>}
      {state.data && (
        <>
          <ChainLine state={state.data} />
          <FilterFields {...{ filter, write, first }} state={state.data} />
        </>
      )}
      <Entries filter={filter} onClear={() => write(NO_FILTER)} />
    </div>
  );
}

const NO_FILTER: Record<keyof AuditFilter, undefined> = {
  ...{ who: undefined, act: undefined, sort: undefined, about: undefined },
  ...{ from: undefined, to: undefined, words: undefined },
};

function Entries({ filter, onClear }: { filter: AuditFilter; onClear: () => void }) {
  const say = useTexts(auditTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const pages = useAuditPages(filter);
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  if (pages.isError)
    return (
      <p className="hs-problem" role="alert">
        {refusalText(pages.error)}
      </p>
    );
  if (pages.isLoading) return <p className="hs-meta">{say('loading')}</p>;
  if (entries.length === 0)
    return (
      <p>
        {say('none')}{' '}
        <button type="button" className="hs-link" onClick={onClear}>
          {say('clear')}
        </button>
      </p>
    );
  return (
    <div className={styles.entries} aria-busy={pages.isFetching}>
      {byDay(entries).map(([day, list]) => (
        <section key={day} aria-label={formatDay(day, language, { year: true })}>
          <h2 className={styles.day}>{formatDay(day, language, { year: true })}</h2>
          <ul className={styles.list}>
            {list.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{say('more')}</Button>}
    </div>
  );
}

const ISTANBUL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' });

function byDay(entries: readonly AuditEntryShown[]): [string, AuditEntryShown[]][] {
  return [...Map.groupBy(entries, ({ at }) => ISTANBUL_DAY.format(new Date(at)))];
}
