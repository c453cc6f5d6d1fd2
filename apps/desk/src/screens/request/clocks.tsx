import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClockExplained, ClockShown } from '../../../../../contract/clocks.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useClocks } from '../../case/case-data.ts';
import { clockFace } from '../../case/clock-face.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { periodTexts } from './period-texts.ts';
import { Periods } from './periods.tsx';
import styles from './facts.module.css';

/** What runs now, a line each: date first, what is left second, and why on asking. What has ended folds below it, late ones marked for ever. */
export function Clocks({ page }: { page: RequestPage }) {
  const say = useTexts(periodTexts);
  const refusalText = useRefusalText();
  const asked = useClocks(page.id);
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  const clocks = asked.data?.clocks ?? [];
  const running = clocks.filter(({ endedAt }) => endedAt === null);
  const ended = clocks.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      <ul className={styles.plain}>
        {running.map((clock) => (
          <ClockLine key={clock.id} clock={clock} page={page} />
        ))}
      </ul>
      {asked.data && <Periods answer={asked.data} />}
      {ended.length > 0 && (
        // After the end nothing runs, and how it ended is what one looks for.
        <details open={running.length === 0}>
          <summary>{say('clocks.ended', { n: ended.length })}</summary>
          <ul className={styles.plain}>
            {ended.map((clock) => (
              <ClockLine key={clock.id} clock={clock} page={page} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ClockLine({ clock, page }: { clock: ClockShown; page: RequestPage }) {
  const say = useTexts(periodTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const endReason = clock.takenBack ? null : clock.endReason;
  const face = clockFace({ ...clock, endReason, businessDays: clock.businessDaysLeft }, new Date(page.now), language);
  // Silence is no duty of ours that could be late: it only has a day.
  const isSilence = clock.purpose === 'silence' && clock.endedAt === null;
  const law = clock.purpose === 'statutory' || clock.purpose === 'silence' ? `§ ${clock.legalBasis}` : '';
  return (
    <li>
      <p>
        <strong>{say(`clock.${clock.purpose}`)}</strong> {face.when}{' '}
        {!isSilence && <ClockMark face={face}>{face.how}</ClockMark>}
      </p>
      <p className="hs-meta">
        {[law, clock.period, stateOf(clock)].filter(Boolean).join(' · ')} <WhyButton />
      </p>
      {open && <Why id={page.id} clock={clock.id} />}
    </li>
  );

  function WhyButton() {
    return (
      <button type="button" className="hs-link hs-screen-only" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('clock.why')}
      </button>
    );
  }

  function stateOf({ endReason, takenBack, stopped }: ClockShown): string {
    if (takenBack) return say('end.taken-back');
    if (endReason !== null) return say(`end.${endReason}`);
    if (stopped === null) return '';
    return say(`clock.stopped-${stopped.cause}`, {
      since: formatDay(new Date(stopped.since), language, { short: true }),
    });
  }
}

/** The day-by-day explanation, in the words a citizen would get too. */
function Why({ id, clock }: { id: string; clock: string }) {
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const why = useQuery({
    queryKey: ['request', id, 'clocks', clock, language],
    queryFn: () => api.get<ClockExplained>(`/api/v1/requests/${id}/clocks/${clock}`, { language }),
  });
  if (why.isError) return <p className="hs-problem">{refusalText(why.error)}</p>;
  if (why.data === undefined) return null;
  const { headline, rules, story, days, dueAt, warnings, silence } = why.data;
  const closing = [...(dueAt === null ? [] : [dueAt]), ...warnings, ...(silence === null ? [] : [silence])];
  return (
    <div className={styles.why}>
      <p>{headline}</p>
      {[...rules, ...story].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table>
        <tbody>
          {days.map((day, place) => (
            <tr key={`${day.day}-${place}`} data-counted={day.counted !== null || undefined}>
              <td>{day.counted ?? ''}</td>
              <td>{day.date}</td>
              <td>{day.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {closing.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
