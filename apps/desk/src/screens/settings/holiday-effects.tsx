import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Holiday } from '../../../../../contract/calendar.ts';
import type { HolidayEffects as Effects } from '../../../../../contract/clocks.ts';
import { formatDay } from '../../../../../text/format.ts';
import { api, queryText } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { holidayTexts } from './holiday-texts.ts';
import styles from './settings.module.css';

interface Props {
  holiday: Pick<Holiday, 'date' | 'kind' | 'name' | 'startsAt'>;
  removed: boolean;
}

/** Said before it is saved, not after: which open requests it moves, from which day to which. */
export function HolidayEffects({ holiday: { date, kind, name, startsAt }, removed }: Props) {
  const say = useTexts(holidayTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const trial = { date, kind, name: name.tr, startsAt, removed };
  const { data, error } = useQuery({
    queryKey: ['holiday-effects', trial, language],
    queryFn: () => api.post<Effects>(`/api/v1/holidays/effects${queryText({ language })}`, trial),
    enabled: date !== '',
    gcTime: 0,
  });
  if (error !== null) return <p className="hs-problem">{refusalText(error)}</p>;
  if (data === undefined) return <p className="hs-meta">{say('effects.looking')}</p>;
  if (data.requests === 0) return <p className="hs-meta">{say('effects.none')}</p>;
  const dayOrNone = (at: string | Date | null) => (at === null ? say('effects.noDay') : formatDay(at, language));
  const day = (at: string | null) => dayOrNone(at === null ? null : new Date(at));
  const { later, earlier, promised } = data;
  return (
    <div className={styles.unconfirmed} role="status">
      <p>{say('effects.some', { n: data.requests })}</p>
      <p>{say('effects.how', { later, earlier, promised })}</p>
      <ul>
        {data.days.map(({ clock, from, to, periods }) => (
          <li key={`${clock} ${from} ${to}`}>
            {say('effects.day', { clock, from: dayOrNone(from), to: formatDay(to, language), n: periods })}
          </li>
        ))}
      </ul>
      {data.sample.length > 0 && (
        <ul>
          {data.sample.map(({ requestId, trackingNumber, clock, from, to }) => (
            <li key={`${requestId} ${clock}`}>
              <Link to={`/isler/${requestId}` as string} target="_blank">
                {trackingNumber}
              </Link>{' '}
              {say('effects.move', { clock, from: day(from), to: day(to) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
