import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RuleFault } from '../../../../../../contract/routing.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { SECTION_PATHS } from '../setting-texts.ts';
import styles from '../settings.module.css';
import own from './routing.module.css';
import { routingTexts } from './routing-texts.ts';
import type { RuleNames } from './rule-words.ts';
import { ruleInWords } from './rule-words.ts';
import type { WrittenRules } from './use-rules.ts';

/** In the address of the page on which rules are checked and published. */
export const CHECK = 'denetim';

export function rulePath(item: string): string {
  return `/yonetim/${SECTION_PATHS.routing}/${item}`;
}

interface Props {
  written: WrittenRules;
  faults: readonly RuleFault[];
  names: RuleNames;
  openId: string | undefined;
  mayChange: boolean;
  onAdd: () => void;
}

/** All rules in the order in which they are asked, each as a sentence. */
export function RuleList({ written, faults, names, openId, mayChange, onAdd }: Props) {
  const say = useTexts(routingTexts);
  const { language } = useSettings();
  const broken = new Set(faults.map(({ rule }) => rule));
  return (
    <nav className={styles.side} aria-label={say('rules')}>
      <div className={own.sideHead}>
        {mayChange && (
          <Button onClick={onAdd}>
            {say('add')} <kbd className="hs-key">Ctrl+E</kbd>
          </Button>
        )}
        <Link
          to={rulePath(CHECK) as string}
          className={styles.item}
          data-open={openId === CHECK || undefined}
          aria-current={openId === CHECK ? 'true' : undefined}
        >
          <span>{say('check')}</span>
          {written.isChanged && <span className={styles.unconfirmed}>{say('check.changed')}</span>}
        </Link>
      </div>
      <ol className={`${styles.plainList} ${own.list}`}>
        {written.rules.map((rule, at) => (
          <li key={rule.id}>
            <Link
              to={rulePath(rule.id) as string}
              className={`${styles.item} ${own.item}`}
              data-open={rule.id === openId || undefined}
              aria-current={rule.id === openId ? 'true' : undefined}
            >
              <span className={own.place}>{at + 1}</span>
              <span>
                <span>{rule.name === '' ? say('unnamed') : rule.name}</span>
                {broken.has(rule.id) && <span className={own.broken}>{say('broken')}</span>}
                <span className={`hs-meta ${own.sentence}`}>{ruleInWords(rule, names, language)}</span>
              </span>
            </Link>
          </li>
        ))}
        {written.rules.length === 0 && <li className="hs-meta">{say('none')}</li>}
        <li className={`hs-meta ${own.floor}`}>{say('floor')}</li>
      </ol>
    </nav>
  );
}
