import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClockExplained, ClockShown } from '../../../../../contract/clocks.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useClocks } from '../../case/case-data.ts';
import { clockFace } from '../../case/clock-face.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { requestTexts } from './request-texts.ts';
import styles from './facts.module.css';

/** At most a handful of lines: date first, what is left second, and why on asking. */
export function Clocks({ page }: { page: RequestPage }) {
  const refusalText = useRefusalText();
  const clocks = useClocks(page.id);
  if (clocks.isError) return <p className="hs-problem">{refusalText(clocks.error)}</p>;
  return (
    <ul className={styles.plain}>
      {(clocks.data ?? []).map((clock) => (
        <ClockLine key={clock.id} clock={clock} page={page} />
      ))}
    </ul>
  );
}

function ClockLine({ clock, page }: { clock: ClockShown; page: RequestPage }) {
  const say = useTexts(requestTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const face = clockFace(clock, new Date(page.now), language);
  const law = clock.purpose === 'statutory' ? `§ ${clock.legalBasis}` : '';
  return (
    <li>
      <p>
        <strong>{say(`clock.${clock.purpose}`)}</strong> {face.when} <ClockMark face={face}>{face.how}</ClockMark>
      </p>
      <p className="hs-meta">
        {[law, clock.period].filter(Boolean).join(' · ')}{' '}
        <button type="button" className="hs-link hs-screen-only" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('clock.why')}
        </button>
      </p>
      {open && <Why id={page.id} clock={clock.id} />}
    </li>
  );
}

/** The day-by-day explanation, in the words a citizen would get too. */
function Why({ id, clock }: { id: string; clock: string }) {
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const why = useQuery({
    queryKey: ['request', id, 'clocks', clock, language],
    queryFn: () => api.get<ClockExplained>(`/api/v1/requests/${id}/clocks/${clock}`, { language }),
    staleTime: Infinity,
  });
  if (why.isError) return <p className="hs-problem">{refusalText(why.error)}</p>;
  if (why.data === undefined) return null;
  return (
    <div className={styles.why}>
      <p>{why.data.headline}</p>
      {why.data.rules.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <table>
        <tbody>
          {why.data.days.map((day, place) => (
            <tr key={`${day.day}-${place}`} data-counted={day.counted !== null || undefined}>
              <td>{day.counted ?? ''}</td>
              <td>{day.date}</td>
              <td>{day.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{why.data.dueAt}</p>
      {[...why.data.warnings, ...(why.data.silence === null ? [] : [why.data.silence])].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
