import { Link } from '@tanstack/react-router';
import type { Load } from '../../../../../contract/oversight.ts';
import { formatCount } from '../../../../../text/format.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { watchTexts } from './watch-texts.ts';
import styles from './watch.module.css';

const COUNTS = ['open', 'overdue', 'soon', 'untaken', 'planned'] as const;

/** Where the reader may hand somebody's work over, the name leads there. */
function Person({ id, name }: { id: string; name: string }) {
  const may = reach(useMe(), 'hand-over') !== 'none';
  return may ? <Link to={`/devir/${id}` as string}>{name}</Link> : name;
}

export function LoadTable({ loads }: { loads: readonly Load[] }) {
  const say = useTexts(watchTexts);
  const { language } = useSettings();
  const most = Math.max(1, ...loads.map(({ open }) => open));
  return (
    <section aria-labelledby="load">
      <h2 id="load">{say('load')}</h2>
      {loads.length === 0 ? (
        <p>{say('load.none')}</p>
      ) : (
        <div className={styles.wide} tabIndex={0} role="group" aria-labelledby="load">
          <table className={styles.table} aria-labelledby="load">
            <thead>
              <tr>
                <th scope="col">{say('who')}</th>
                {COUNTS.map((count) => (
                  <th key={count} scope="col" className={styles.number}>
                    {say(count)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {loads.map((load) => (
                <tr key={`${load.directorate} ${load.person?.id ?? ''}`}>
                  <th scope="row">
                    {load.directorate} · {load.person === null ? say('nobody') : <Person {...load.person} />}
                    {load.person?.away && <span className={styles.away}>{say('away')}</span>}
                    <span className={styles.bar} data-away={load.person?.away} aria-hidden>
                      <span style={{ inlineSize: `${(load.open / most) * 100}%` }} />
                    </span>
                  </th>
                  {COUNTS.map((count) => (
                    <td key={count} className={styles.number}>
                      {formatCount(load[count], language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
