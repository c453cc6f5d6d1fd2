/** Who, what, about what, from when to when, why. A choice filters at once; what is typed filters with Enter or on leaving the field. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { AuditState } from '../../../../../contract/audit.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import type { AuditFilter } from './audit-data.ts';
import { auditTexts } from './audit-texts.ts';
import styles from './audit.module.css';

interface Props {
  filter: AuditFilter;
  write: (change: AuditFilter) => void;
  state: AuditState;
  first: RefObject<HTMLSelectElement | null>;
}

const SORTS = ['read', 'access', 'change', 'chain'] as const;

export function FilterFields({ filter, write, state, first }: Props) {
  const say = useTexts(auditTexts);
  const { language } = useSettings();
  return (
    <form
      className={styles.filter}
      role="search"
      aria-label={say('filter')}
      onSubmit={(event) => event.preventDefault()}
    >
      <NativeSelect
        ref={first}
        label={
          <>
            {say('who')} <kbd className="hs-key">F</kbd>
          </>
        }
        value={filter.who ?? ''}
        data={[
          { value: '', label: say('who.all') },
          { value: 'system', label: say('who.system') },
          ...state.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => write({ who: event.currentTarget.value })}
      />
      <NativeSelect
        label={say('what')}
        value={filter.act ?? (filter.sort ? `sort:${filter.sort}` : '')}
        data={[
          { value: '', label: say('what.all') },
          ...SORTS.map((sort) => ({
            group: say(`sort.${sort}`),
            items: [
              { value: `sort:${sort}`, label: say('sort.all', { sort: say(`sort.${sort}`) }) },
              ...state.acts
                .filter((act) => act.sort === sort)
                .map(({ code, words }) => ({ value: code, label: words[language] })),
            ],
          })),
        ]}
        onChange={(event) => write(actOf(event.currentTarget.value))}
      />
      <Typed label={say('about')} hint={say('about.hint')} value={filter.about} onType={(about) => write({ about })} />
      <Typed label={say('words')} value={filter.words} onType={(words) => write({ words })} />
      <TextInput
        type="date"
        label={say('from')}
        value={filter.from ?? ''}
        max={filter.to}
        onChange={(event) => write({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={say('to')}
        value={filter.to ?? ''}
        min={filter.from}
        onChange={(event) => write({ to: event.currentTarget.value })}
      />
    </form>
  );
}

function actOf(chosen: string): AuditFilter {
  if (!chosen.startsWith('sort:')) return { act: chosen, sort: undefined };
  return { act: undefined, sort: chosen.slice('sort:'.length) as AuditFilter['sort'] };
}

interface TypedProps {
  label: string;
  hint?: string;
  value: string | undefined;
  onType: (value: string) => void;
}

function Typed({ label, hint, value = '', onType }: TypedProps) {
  const [typed, setTyped] = useState(value);
  // The filter may change from elsewhere: a link, Back, "clear".
  useEffect(() => setTyped(value), [value]);
  const done = () => {
    if (typed.trim() !== value) onType(typed.trim());
  };
  return (
    <TextInput
      label={label}
      placeholder={hint}
      type="search"
      maxLength={80}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}
