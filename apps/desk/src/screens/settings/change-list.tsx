import type { TopicGroup } from '../../../../../contract/catalogue.ts';
import type { Scope } from '../../../../../contract/rights.ts';
import { monthsInWords } from '../../../../../text/months.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Change } from './changes.ts';
import { groupTexts } from './group-texts.ts';
import { usePathWords } from './path-words.ts';
import { scopeTexts } from './right-texts.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

/** Old and new beside each other, each with its word, so that it reads without colour too. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const say = useTexts(settingTexts);
  const { language } = useSettings();
  const wordsOf = usePathWords();
  const sayScope = useTexts(scopeTexts);
  const sayGroup = useTexts(groupTexts);
  const valueOf = (path: string, value: string) => {
    if (path.startsWith('rights.') && Object.hasOwn(scopeTexts.tr, value)) return sayScope(value as Scope);
    if (path === 'icon') return sayGroup(`icon.${value as TopicGroup['icon']}`);
    if (path.endsWith('.months')) return monthsInWords(value.split(', ').map(Number), language);
    return value === 'true' ? say('yes') : value === 'false' ? say('no') : value;
  };
  return (
    <dl className={styles.changes}>
      {changes.map(({ path, before, after }) => (
        <div key={path}>
          <dt>{wordsOf(path)}</dt>
          <dd>
            <span className="hs-meta">{say('before')}</span>{' '}
            {before === '' ? say('changes.empty') : <del>{valueOf(path, before)}</del>}
          </dd>
          <dd>
            <span className="hs-meta">{say('after')}</span>{' '}
            <ins>{after === '' ? say('changes.empty') : valueOf(path, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
