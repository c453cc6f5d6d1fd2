import { Link } from '@tanstack/react-router';
import type { RulesInForce } from '../../../../../../contract/routing.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import own from './routing.module.css';
import { routingTexts } from './routing-texts.ts';
import { rulePath } from './rule-list.tsx';
import { RuleRevisions } from './rule-revisions.tsx';
import type { RuleNames } from './rule-words.ts';
import { ruleInWords } from './rule-words.ts';

/** The rules in force as a page to read, to print and to put before whoever asks. */
export function ReadingPage({ inForce, names }: { inForce: RulesInForce; names: RuleNames }) {
  const say = useTexts(routingTexts);
  const { language } = useSettings();
  return (
    <article className={styles.document}>
      <h2>{say('inForce')}</h2>
      <p>{say('intro')}</p>
      {inForce.rules.length === 0 && <p className="hs-meta">{say('none')}</p>}
      <ol className={own.reading}>
        {inForce.rules.map((rule) => (
          <li key={rule.id}>
            <p>
              <Link to={rulePath(rule.id) as string}>{rule.name}</Link>
            </p>
            <p>{ruleInWords(rule, names, language)}</p>
            <p className="hs-meta">{rule.why[language] || rule.why.tr}</p>
          </li>
        ))}
      </ol>
      <p className="hs-meta">{say('floor')}</p>
      <RuleRevisions version={inForce.version} names={names} />
    </article>
  );
}
