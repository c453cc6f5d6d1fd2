import type { Rule } from '../../../../../../contract/routing.ts';
import { useSettings } from '../../../kit/settings.ts';
import { defineTexts, useTexts } from '../../../kit/texts.ts';
import own from './routing.module.css';
import { changesOfRules } from './rule-changes.ts';
import type { RuleNames } from './rule-words.ts';
import { ruleInWords } from './rule-words.ts';

const texts = defineTexts(
  {
    added: 'Eklenen',
    removed: 'Çıkarılan',
    changed: 'Değişen',
    moved: 'Yeri değişen',
    places: '{from}. sıradan {to}. sıraya',
    none: 'Değişiklik yok.',
  },
  {
    added: 'Added',
    removed: 'Taken out',
    changed: 'Changed',
    moved: 'Moved',
    places: 'from place {from} to place {to}',
    none: 'Nothing changed.',
  },
);

/** What differs between two rule sets, as the sentences people will hold them to. */
export function RuleDiff({
  before,
  after,
  names,
}: {
  before: readonly Rule[];
  after: readonly Rule[];
  names: RuleNames;
}) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const changes = changesOfRules(before, after);
  const sentence = (rule: Rule) =>
    `${rule.name}: ${ruleInWords(rule, names, language)} (${rule.why[language] || rule.why.tr})`;
  if (changes.length === 0) return <p className="hs-meta">{say('none')}</p>;
  return (
    <ul className={own.diff}>
      {changes.map((change) => (
        <li key={`${change.what} ${(change.after ?? change.before)!.id}`}>
          <span>{say(change.what)}</span>
          <span>
            {change.what === 'moved' ? (
              <>
                {change.after!.name}: {say('places', { from: change.from, to: change.to })}
              </>
            ) : (
              <>
                {change.before && <del>{sentence(change.before)}</del>}
                {change.after && <ins>{sentence(change.after)}</ins>}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
