/** Who gets a request first: the municipality's rules as one ordered document, tried before it is published. */
import { useNavigate } from '@tanstack/react-router';
import type { RulesInForce } from '../../../../../contract/routing.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { reach, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { CheckPage } from './routing/check-page.tsx';
import { useFaultInWords } from './routing/fault-list.tsx';
import own from './routing/routing.module.css';
import { routingTexts } from './routing/routing-texts.ts';
import { ReadingPage } from './routing/reading-page.tsx';
import { RuleDocument } from './routing/rule-document.tsx';
import { CHECK, RuleList, rulePath } from './routing/rule-list.tsx';
import type { RuleNames } from './routing/rule-words.ts';
import { useRuleNames } from './routing/use-rule-names.ts';
import { useRules, useRulesInForce } from './routing/use-rules.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

export function RoutingSection({ item }: { item: string | undefined }) {
  const say = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const asked = useRulesInForce();
  if (asked.isError) return <p className="hs-problem">{refusalText(asked.error)}</p>;
  if (asked.data === undefined) return <p className={`${styles.document} hs-meta`}>{say('loading')}</p>;
  return <Written item={item} inForce={asked.data} />;
}

function Written({ item, inForce }: { item: string | undefined; inForce: RulesInForce }) {
  const say = useTexts(routingTexts);
  const navigate = useNavigate();
  const mayChange = reach(useMe(), 'routing-change') !== 'none';
  const written = useRules(inForce);
  const { names, choices } = useRuleNames();
  const open = (to: string) => void navigate({ to: rulePath(to) as string });
  const add = () => open(written.add());
  useShortcut('Ctrl+E', say('add'), add, { when: mayChange, whileTyping: true });
  useShortcut('Z', say('undoRemove'), written.putBack, { when: written.removed !== null });
  const at = written.rules.findIndex(({ id }) => id === item);
  const rule = written.rules[at];
  return (
    <div className={styles.columns} data-item={item !== undefined || undefined}>
      <RuleList {...{ written, names, mayChange }} faults={inForce.faults} openId={item} onAdd={add} />
      <div>
        <Alarm inForce={inForce} names={names} />
        {written.removed !== null && (
          <p className={own.undo} role="status">
            {say('removed', { name: written.removed.name || say('unnamed') })}{' '}
            <button type="button" className="hs-link" onClick={written.putBack}>
              {say('undoRemove')} <kbd className="hs-key">Z</kbd>
            </button>
          </p>
        )}
        {item === CHECK && <CheckPage {...{ written, inForce, names, mayChange }} />}
        {rule !== undefined && mayChange && (
          <RuleDocument
            key={rule.id}
            rule={rule}
            place={at + 1}
            last={at === written.rules.length - 1}
            faults={inForce.faults.filter((fault) => fault.rule === rule.id)}
            names={names}
            choices={choices}
            onWrite={written.write}
            onMove={(by) => written.move(rule.id, by)}
            onRemove={() => {
              written.remove(rule.id);
              open(CHECK);
            }}
          />
        )}
        {item === undefined && <ReadingPage inForce={inForce} names={names} />}
      </div>
    </div>
  );
}

/** A rule that broke is said at the top, whatever is open: nobody should have to look for it. */
function Alarm({ inForce: { faults, rules }, names }: { inForce: RulesInForce; names: RuleNames }) {
  const say = useTexts(routingTexts);
  const sayFault = useFaultInWords(names);
  const { language } = useSettings();
  if (faults.length === 0) return null;
  return (
    <div className={`${own.alarm} ${own.alarmTop}`} role="alert">
      <p>
        <strong>{say('broken.title', { n: new Set(faults.map(({ rule }) => rule)).size })}</strong> {say('broken.hint')}
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.rule} ${fault.where} ${fault.problem} ${fault.named}`}>
            “{rules.find(({ id }) => id === fault.rule)?.name}”: {sayFault(fault)},{' '}
            {say('broken.since', { when: formatDay(new Date(fault.foundAt), language, { short: true }) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
