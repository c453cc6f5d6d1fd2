/** A year in figures: the sentence first, each table beside its picture with what it counts, and at the end the sums that must agree. */
import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Figures } from '../../../../../contract/figures.ts';
import { formatCount, formatDateTime, formatDay } from '../../../../../text/format.ts';
import { api, queryText } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { FigureSection, useFoundSentence } from './figure-section.tsx';
import { figuresTexts } from './figures-texts.ts';
import { Reconciliation } from './reconciliation.tsx';
import styles from './figures.module.css';

const FIRST_YEAR = 2020;

export function FiguresScreen() {
  const say = useTexts(figuresTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const navigate = useNavigate();
  const thisYear = new Date().getFullYear();
  const { yil } = useSearch({ strict: false }) as { yil?: string };
  const year = /^20\d\d$/.test(yil ?? '') ? Number(yil) : thisYear;
  const asked = useQuery({
    queryKey: ['figures', year],
    queryFn: ({ signal }) => api.get<Figures>('/api/v1/figures', { year }, signal),
    placeholderData: keepPreviousData,
  });
  useShortcut('P', say('print'), () => window.print());
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => String(thisYear - back));
  return (
    <div className={styles.page} aria-busy={asked.isFetching}>
      <header className={styles.head}>
        <h1>
          {year} · {say('title')}
        </h1>
        <div className={`${styles.acts} hs-screen-only`}>
          <NativeSelect
            aria-label={say('year')}
            value={String(year)}
            data={years}
            onChange={(event) =>
              void navigate({ to: '/rakamlar', search: { yil: event.currentTarget.value } as never, replace: true })
            }
          />
          <a href={`/api/v1/figures.csv${queryText({ year, language })}`} download>
            {say('csv')}
          </a>
          <Button onClick={() => window.print()}>
            {say('print')}
            <kbd className="hs-key">P</kbd>
          </Button>
        </div>
      </header>
      {asked.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(asked.error)}
        </p>
      )}
      {asked.isLoading && <p className="hs-meta">{say('loading')}</p>}
      {asked.data && <Report figures={asked.data} year={year} />}
    </div>
  );
}

function Report({ figures, year }: { figures: Figures; year: number }) {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  const { period, cutOff, municipality, tables, checks } = figures;
  const channels = tables.find(({ key }) => key === 'channels');
  const records = channels?.rows.find(({ kind }) => kind === 'total')?.cells[0] ?? 0;
  const most = useFoundSentence(channels);
  return (
    <>
      <p className={styles.lead}>
        {records === 0 ? say('none') : `${say('lead', { year, records: formatCount(records, language) })} ${most}`}
      </p>
      <p className="hs-meta">
        {municipality[language]}.{' '}
        {say('period', {
          from: formatDay(period.from, language, { year: true }),
          to: formatDay(period.to, language, { year: true }),
          cutOff: formatDateTime(new Date(cutOff), language, { year: true }),
        })}
      </p>
      {tables.map((table) => (
        <FigureSection key={table.key} table={table} />
      ))}
      <Reconciliation checks={checks} />
    </>
  );
}
