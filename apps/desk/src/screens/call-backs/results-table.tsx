import type { CallBackRow } from '../../../../../contract/call-backs.ts';
import { CALL_BACK_COLUMNS } from '../../../../../contract/call-backs.ts';
import { formatCount, formatDay, formatPercent } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from '../watch/watch.module.css';
import { useCallBackResults } from './call-backs-data.ts';
import { callBacksTexts } from './call-backs-texts.ts';

const COLUMNS = Object.keys(CALL_BACK_COLUMNS) as (keyof typeof CALL_BACK_COLUMNS)[];

/** What came of the calls, by directorate, with what each column counts. */
export function ResultsTable() {
  const say = useTexts(callBacksTexts);
  const { language } = useSettings();
  const refusalText = useRefusalText();
  const { data, error } = useCallBackResults();
  const cell = (row: CallBackRow, column: (typeof COLUMNS)[number]) => {
    if (column !== 'share') return formatCount(row[column], language);
    return formatPercent(row.confirmed, row.reached, { language });
  };
  if (error) return <p className="hs-problem">{refusalText(error)}</p>;
  if (data === undefined) return null;
  const all = [...data.rows, data.total];
  return (
    <section aria-labelledby="call-back-results">
      <h2 id="call-back-results">{say('results')}</h2>
      <p className={plain.more}>
        {say('results.days', { from: formatDay(data.from, language), to: formatDay(data.to, language) })}
      </p>
      {data.total.drawn === 0 ? (
        <p>{say('results.none')}</p>
      ) : (
        <div className={styles.wide} tabIndex={0} role="group" aria-labelledby="call-back-results">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('directorate')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={styles.number}>
                    {CALL_BACK_COLUMNS[column][language]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((row) => (
                <tr key={row.directorate?.tr ?? ''}>
                  <th scope="row">{row.directorate?.[language] ?? say('total')}</th>
                  {COLUMNS.map((column) => (
                    <td key={column} className={styles.number}>
                      {cell(row, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>{say('meaning')}</summary>
        <dl>
          {COLUMNS.map((column) => (
            <div key={column}>
              <dt>{CALL_BACK_COLUMNS[column][language]}</dt>
              <dd>{CALL_BACK_COLUMNS[column].means[language]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
