import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rule, RuleFault } from '../../../../../../contract/routing.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useShortcut } from '../../../kit/shortcuts.ts';
import { useTexts } from '../../../kit/texts.ts';
import { BothLanguages } from '../both-languages.tsx';
import styles from '../settings.module.css';
import { ConditionFields } from './condition-fields.tsx';
import type { ConditionName } from './conditions.ts';
import { CONDITIONS, conditionsIn, withCondition, withoutCondition } from './conditions.ts';
import { FaultList } from './fault-list.tsx';
import own from './routing.module.css';
import { routingTexts } from './routing-texts.ts';
import type { RuleNames } from './rule-words.ts';
import { ruleInWords } from './rule-words.ts';
import type { RuleChoices } from './use-rule-names.ts';

interface Props {
  rule: Rule;
  /** From 1. */
  place: number;
  last: boolean;
  faults: readonly RuleFault[];
  names: RuleNames;
  choices: RuleChoices;
  onWrite: (rule: Rule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One rule as a document: when, to whom, why; how it reads stands above, because that is what people will hold it to. */
export function RuleDocument({ rule, place, last, faults, names, choices, onWrite, onMove, onRemove }: Props) {
  const say = useTexts(routingTexts);
  const { language } = useSettings();
  const write = (part: Partial<Rule>) => onWrite({ ...rule, ...part });
  useShortcut('Shift+ArrowUp', say('up'), () => onMove(-1), { when: place > 1 });
  useShortcut('Shift+ArrowDown', say('down'), () => onMove(1), { when: !last });
  return (
    <article className={styles.document}>
      <h1>
        {say('place', { n: place })}: {rule.name === '' ? say('newRule') : rule.name}
      </h1>
      <p className={own.reads} aria-live="polite">
        <span className="hs-unseen">{say('preview')}: </span>
        {ruleInWords(rule, names, language)}
      </p>
      {faults.length > 0 && <FaultList faults={faults} names={names} />}
      <div className={own.order}>
        {place > 1 && (
          <Button onClick={() => onMove(-1)}>
            {say('up')} <kbd className="hs-key">Shift+↑</kbd>
          </Button>
        )}
        {!last && (
          <Button onClick={() => onMove(1)}>
            {say('down')} <kbd className="hs-key">Shift+↓</kbd>
          </Button>
        )}
        <button type="button" className="hs-link" onClick={onRemove}>
          {say('remove')}
        </button>
      </div>
      <TextInput
        label={say('name')}
        maxLength={80}
        value={rule.name}
        autoFocus={rule.name === ''}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <WhenFields rule={rule} choices={choices} write={write} />
      <TargetFields rule={rule} choices={choices} write={write} />
      <fieldset className={styles.group}>
        <legend>{say('why')}</legend>
        <p className="hs-meta">{say('why.hint')}</p>
        <BothLanguages label={say('why')} value={rule.why} maxLength={300} onWrite={(why) => write({ why })} />
      </fieldset>
    </article>
  );
}

interface PartProps {
  rule: Rule;
  choices: RuleChoices;
  write: (part: Partial<Rule>) => void;
}

function WhenFields({ rule: { when }, choices, write }: PartProps) {
  const say = useTexts(routingTexts);
  const [added, setAdded] = useState<ConditionName | null>(null);
  const there = conditionsIn(when);
  const free = CONDITIONS.filter((name) => !there.includes(name));
  return (
    <fieldset className={styles.group}>
      <legend>{say('when')}</legend>
      <p className="hs-meta">{say('when.hint')}</p>
      {there.map((name) => (
        <div key={name} className={own.condition}>
          <fieldset ref={name === added ? focusFirst : undefined}>
            <legend>{say(`condition.${name}`)}</legend>
            <ConditionFields
              name={name}
              when={when}
              choices={choices}
              write={(part) => write({ when: said({ ...when, ...part }) })}
            />
          </fieldset>
          <button
            type="button"
            className="hs-link"
            aria-label={say('removeCondition', { name: say(`condition.${name}`) })}
            onClick={() => write({ when: withoutCondition(when, name) })}
          >
            {say('drop')}
          </button>
        </div>
      ))}
      {free.length > 0 && (
        <NativeSelect
          label={say('addCondition')}
          value=""
          data={[
            { value: '', label: say('choose') },
            ...free.map((name) => ({ value: name, label: say(`condition.${name}`) })),
          ]}
          onChange={(event) => {
            const name = event.currentTarget.value as ConditionName;
            setAdded(name);
            write({ when: withCondition(when, name) });
          }}
        />
      )}
    </fieldset>
  );
}

/** A condition somebody has just asked for is what they want to fill in next. */
function focusFirst(fields: HTMLFieldSetElement | null): void {
  if (fields === null || fields.contains(document.activeElement)) return;
  fields.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

/** Parts that say nothing any more are not sent along. */
function said(when: Rule['when']): Rule['when'] {
  return Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined)) as Rule['when'];
}

function TargetFields({ rule: { to }, choices, write }: PartProps) {
  const say = useTexts(routingTexts);
  const units = choices.unitsOf(to.directorate);
  const people = choices.peopleOf(to.directorate);
  const none = { value: '', label: say('nobody') };
  return (
    <fieldset className={styles.group}>
      <legend>{say('to')}</legend>
      <div className={styles.two}>
        <NativeSelect
          label={say('directorate')}
          value={to.directorate}
          data={[{ value: '', label: say('choose') }, ...choices.directorates]}
          onChange={(event) => write({ to: { directorate: event.currentTarget.value, unit: null, person: null } })}
        />
        {units.length > 0 && (
          <NativeSelect
            label={say('unit')}
            value={to.unit ?? ''}
            data={[none, ...units]}
            onChange={(event) => write({ to: { ...to, unit: event.currentTarget.value || null } })}
          />
        )}
        {people.length > 0 && (
          <NativeSelect
            label={say('person')}
            description={say('person.hint')}
            value={to.person ?? ''}
            data={[none, ...people]}
            onChange={(event) => write({ to: { ...to, person: event.currentTarget.value || null } })}
          />
        )}
      </div>
    </fieldset>
  );
}
