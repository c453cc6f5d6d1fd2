import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Holiday } from '../../../../../contract/calendar.ts';
import { formatDay } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { HolidayForm, RemoveHoliday } from './holiday-form.tsx';
import { holidayTexts } from './holiday-texts.ts';
import { SECTION_PATHS, settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

type Doing = { act: 'write'; holiday: Holiday } | { act: 'remove'; holiday: Holiday } | null;

/** The holidays of one year: what every deadline and every promise is counted on. */
export function HolidaysSection({ item }: { item: string | undefined }) {
  const say = useTexts(holidayTexts);
  const refusalText = useRefusalText();
  const navigate = useNavigate();
  const thisYear = new Date().getFullYear();
  const year = /^\d{4}$/.test(item ?? '') ? Number(item) : thisYear;
  const [doing, setDoing] = useState<Doing>(null);
  const asked = useQuery({
    queryKey: ['holidays', year],
    queryFn: ({ signal }) => api.get<Holiday[]>('/api/v1/holidays', { year }, signal),
  });
  const list = asked.data ?? [];
  const unconfirmed = list.filter(({ confirmed }) => !confirmed).length;
  const done = () => setDoing(null);
  return (
    <div className={styles.document}>
      <div className={styles.line}>
        <NativeSelect
          label={say('year')}
          value={String(year)}
          data={Array.from({ length: 8 }, (_, at) => String(thisYear + 2 - at))}
          onChange={(event) => void navigate({ to: `/yonetim/${SECTION_PATHS.holidays}/${event.currentTarget.value}` })}
        />
        <Button onClick={() => setDoing({ act: 'write', holiday: newHoliday(year) })}>{say('add')}</Button>
      </div>
      <p className="hs-meta">{say('intro')}</p>
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      {asked.isSuccess && list.length === 0 && <p className="hs-problem">{say('none')}</p>}
      {unconfirmed > 0 && <p className={styles.unconfirmed}>{say('unconfirmedSome', { n: unconfirmed })}</p>}
      {doing?.act === 'write' && <HolidayForm key={keyOf(doing.holiday)} saved={doing.holiday} onDone={done} />}
      {doing?.act === 'remove' && <RemoveHoliday key={keyOf(doing.holiday)} holiday={doing.holiday} onDone={done} />}
      {list.length > 0 && <HolidayTable list={list} onDo={setDoing} />}
    </div>
  );
}

function keyOf({ date, kind, name, version }: Holiday): string {
  return `${date} ${kind} ${name.tr} ${version}`;
}

function newHoliday(year: number): Holiday {
  return {
    ...{ date: `${year}-01-01`, startsAt: null, name: { tr: '', en: '' }, kind: 'administrative-leave' },
    ...{ source: '', confirmed: false, version: 0 },
  };
}

function HolidayTable({ list, onDo }: { list: readonly Holiday[]; onDo: (doing: Doing) => void }) {
  const say = useTexts(holidayTexts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  return (
    <div className={styles.scroll} role="region" aria-label={sayAny('holidays')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['date', 'name', 'kind', 'source', 'confirmed'] as const).map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
            <th scope="col">
              <span className="hs-unseen">{say('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((holiday) => (
            <tr key={keyOf(holiday)}>
              <td>
                {formatDay(holiday.date, language)}
                <p className="hs-meta">
                  {holiday.startsAt === null
                    ? say('wholeDay')
                    : say('half', { time: language === 'tr' ? holiday.startsAt.replace(':', '.') : holiday.startsAt })}
                </p>
              </td>
              <td>{holiday.name[language]}</td>
              <td>{say(`kind.${holiday.kind}`)}</td>
              <td>{holiday.source}</td>
              <td className={holiday.confirmed ? undefined : styles.unconfirmed}>
                {holiday.confirmed ? say('confirmed') : say('confirmed.no')}
              </td>
              <td>
                <div className={styles.acts}>
                  <Button size="compact-sm" onClick={() => onDo({ act: 'write', holiday })}>
                    {say('change')}
                  </Button>
                  <Button size="compact-sm" onClick={() => onDo({ act: 'remove', holiday })}>
                    {say('remove')}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
