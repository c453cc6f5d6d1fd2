import { useId } from 'react';
import type { FigureTable } from '../../../../../contract/figures.ts';
import { formatCount, formatPercent } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { FigurePicture } from './figure-picture.tsx';
import { figuresTexts } from './figures-texts.ts';
import { findingOf, hasPicture, printedCell } from './figure-words.ts';
import styles from './figures.module.css';

/** One table: what was found as a sentence, the picture beside the numbers, and under them what one count is and where it comes from. */
export function FigureSection({ table }: { table: FigureTable }) {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  const heading = useId();
  const found = useFoundSentence(table);
  const { unit, denominator, source, definition } = table;
  // Where nothing was counted a picture shows only its own axis.
  const isDrawn = hasPicture(table) && findingOf(table) !== null;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h2 id={heading}>{table.title[language]}</h2>
      {hasPicture(table) && <p className={styles.found}>{found}</p>}
      <div className={styles.pair} data-wide={!hasPicture(table) || undefined} data-alone={!isDrawn || undefined}>
        {isDrawn && <FigurePicture table={table} title={`${table.title[language]}. ${found}`} />}
        <div
          className={styles.tableBox}
          role="region"
          aria-label={say('table', { title: table.title[language] })}
          tabIndex={0}
        >
          <Numbers table={table} labelledBy={heading} />
        </div>
      </div>
      <p className="hs-meta">
        {[
          say('unit', { unit: unit[language] }),
          denominator === null ? null : say('share', { denominator: denominator[language] }),
          say('source', { source: source[language] }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <details className={styles.definition}>
        <summary className="hs-meta">{say('definition')}</summary>
        <p>{definition[language]}</p>
      </details>
    </section>
  );
}

/** What a table says at first sight. */
export function useFoundSentence(table: FigureTable | undefined): string {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  const found = table === undefined ? null : findingOf(table);
  if (found === null) return say('nothing');
  const label = found.row.label[language];
  return found.share === null
    ? say('mostCount', { label, count: formatCount(found.count, language) })
    : say('most', { label, share: formatPercent(found.share, 100, { language, decimals: 1 }) });
}

function Numbers({ table: { columns, rows }, labelledBy }: { table: FigureTable; labelledBy: string }) {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <td />
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, kind, cells }) => (
          <tr key={key} data-kind={kind}>
            <th scope="row">{label[language]}</th>
            {columns.map((column, at) => (
              <td key={column.key} title={cells[at] === null ? say('notApplicable') : undefined}>
                {printedCell(cells[at] ?? null, column.format, language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
