import { Link } from '@tanstack/react-router';
import type { SimilarAnswer } from '../../../../../contract/requests.ts';
import { formatDay } from '../../../../../text/format.ts';
import { StateGlyph } from '../../case/state-glyph.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useWhyAlike } from './use-why-alike.ts';
import { requestTexts } from './request-texts.ts';
import styles from './request.module.css';

/** One line, and only if there is something to say. */
export function SimilarLine({ similar, others }: { similar: SimilarAnswer['requests']; others: number; now: string }) {
  const say = useTexts(requestTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const whyAlike = useWhyAlike();
  if (similar.length === 0 && others === 0) return null;
  return (
    <div className={styles.similar}>
      {similar.length > 0 && (
        <details>
          <summary>
            {say('similar')}: {similar.length}
          </summary>
          <ul>
            {similar.map((each) => (
              <li key={each.id}>
                <Link to={`/isler/${each.id}` as string}>{each.text}</Link>
                <span className="hs-meta">
                  {' '}
                  <StateGlyph state={each.state} outcome={null} /> {word('state', each.state)} ·{' '}
                  {formatDay(new Date(each.receivedAt), language, { short: true })}
                  {' · '}
                  {whyAlike(each)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {others > 0 && <p>{say('others', { n: others })}</p>}
    </div>
  );
}
