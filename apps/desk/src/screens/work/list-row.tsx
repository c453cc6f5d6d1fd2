import { Link } from '@tanstack/react-router';
import type { WorkListRow } from '../../../../../contract/finding.ts';
import type { Names } from '../../../../../contract/requests.ts';
import { clockFace } from '../../case/clock-face.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { FoundLines, Marked } from '../../case/found-line.tsx';
import { Glyph, StateGlyph } from '../../case/state-glyph.tsx';
import { marksIn } from '../../case/marked.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { caseTexts } from '../../case/case-texts.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { bulkTexts } from './bulk-texts.ts';
import { addressOf } from './list-filter.ts';
import type { ListFilter } from './list-filter.ts';
import { cellText } from './list-cells.ts';
import type { CellWords } from './list-cells.ts';
import { headOf } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';
import { listTexts } from './list-texts.ts';
import styles from './work.module.css';

interface Props {
  row: WorkListRow;
  names: Names;
  now: Date;
  filter: ListFilter;
  columns: readonly ListColumn[];
  open: boolean;
  changed: boolean;
  chosen: boolean;
  /** `range`: with all between it and the one chosen before. */
  onChoose: (range: boolean) => void;
}

/** The citizen's own words first; our codes stand below in small. One clock: the one that runs out next. */
export function ListRow({ row, names, now, filter, columns, open, changed, chosen, onChoose }: Props) {
  const say = useTexts(listTexts);
  const sayBulk = useTexts(bulkTexts);
  const mayChoose = reach(useMe(), 'bulk-act') !== 'none';
  const sayCase = useTexts(caseTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const topic = row.topicCode === null ? null : (names.topics[row.topicCode]?.[language] ?? row.topicCode);
  const neighbourhood = row.neighbourhoodId === null ? null : names.neighbourhoods[String(row.neighbourhoodId)];
  const meta = [
    topic,
    row.shownNumber,
    word('channel', row.channel),
    row.members > 0 ? say('people', { n: row.members + 1 }) : null,
    row.photos > 0 ? `${row.photos} ${say('photo')}` : null,
  ];
  const { marks, others } = marksIn(row.text, row.found ?? []);
  const { receivedAt: startedAt, nextDueAt: dueAt, nextDueBusinessDays: businessDays } = row;
  const face = dueAt === null ? null : clockFace({ startedAt, dueAt, businessDays }, now, language);
  const who = row.assigneeIds.map((id) => names.staff[id] ?? '').filter(Boolean);
  return (
    <li className={styles.rowItem} data-chosen={chosen || undefined}>
      {mayChoose && (
        <input
          type="checkbox"
          className={`${styles.pickBox} hs-screen-only`}
          aria-label={sayBulk('row', { number: row.shownNumber })}
          tabIndex={-1}
          checked={chosen}
          onClick={(event) => onChoose(event.shiftKey)}
          onChange={() => undefined}
        />
      )}
      <Link
        to={`/isler/${row.id}` as string}
        search={addressOf(filter) as never}
        className={styles.row}
        data-request={row.id}
        data-columns={columns.length > 0 || undefined}
        data-late={face?.weight === 'late' || undefined}
        data-new={row.state === 'assigned' || row.state === 'received' || undefined}
        aria-current={open || undefined}
      >
        <span className={styles.words}>
          {row.danger && (
            <span className={styles.danger}>
              <Glyph name="urgent" /> {sayCase('danger')}
            </span>
          )}
          <Marked text={row.text} marks={marks} />
        </span>
        <span className={styles.rowClock}>
          {face && <ClockMark face={face} />}
          {changed && <span className={styles.changed}> {say('changed')}</span>}
        </span>
        <span className={styles.rowMeta}>{[neighbourhood, row.street].filter(Boolean).join(', ')}</span>
        <span className={styles.rowState}>
          <StateGlyph state={row.state} outcome={row.outcome} />{' '}
          {row.state === 'concluded' && row.outcome ? word('outcome', row.outcome) : word('state', row.state)}
        </span>
        <span className={styles.codes}>{meta.filter(Boolean).join(' · ')}</span>
        <Cells columns={columns} row={row} words={{ names, word, language }} />
        <span className={styles.rowWho}>{who.length > 0 ? who.join(', ') : say('nobody')}</span>
        {others.length > 0 && (
          <span className={styles.rowFound}>
            <FoundLines found={others} />
          </span>
        )}
      </Link>
    </li>
  );
}

/** Side by side where there is room, one after the other where there is none; each says which column it is to those who hear it. */
function Cells({ columns, row, words }: { columns: readonly ListColumn[]; row: WorkListRow; words: CellWords }) {
  if (columns.length === 0) return null;
  return (
    <span className={styles.cells}>
      {columns.map((column) => {
        const text = cellText(column, row, words);
        return (
          <span key={column} data-column={column} data-empty={text === '' || undefined}>
            <span className="hs-unseen">{headOf(column)[words.language]}: </span>
            {column === 'state' && <StateGlyph state={row.state} outcome={row.outcome} />} {text || '–'}
          </span>
        );
      })}
    </span>
  );
}
