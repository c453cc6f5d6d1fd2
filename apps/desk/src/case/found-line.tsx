/** Why a request was found: where the typed words stand in it. A name, a phone or an address is named and not repeated. */
import type { WhyFound } from '../../../../contract/finding.ts';
import { useTexts } from '../kit/texts.ts';
import { foundTexts } from './found-texts.ts';
import { piecesOf } from './marked.ts';
import styles from './found-line.module.css';

const MOST_SHOWN = 2;

export function FoundLines({ found }: { found: readonly WhyFound[] }) {
  return found.slice(0, MOST_SHOWN).map((why, place) => <FoundLine key={place} why={why} />);
}

function FoundLine({ why: { where, how, snippet, marks } }: { why: WhyFound }) {
  const say = useTexts(foundTexts);
  const slip = how === 'similar' || how === 'beginning' ? ` (${say(how)})` : '';
  return (
    <span className={styles.found}>
      {say(where)}
      {slip}
      {snippet !== '' && ': '}
      <Marked text={snippet} marks={marks} />
    </span>
  );
}

export function Marked({ text, marks }: Pick<WhyFound, 'marks'> & { text: string }) {
  return piecesOf(text, marks).map((piece, place) =>
    piece.marked ? (
      <mark key={place} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
