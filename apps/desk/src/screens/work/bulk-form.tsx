import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { BulkAct, BulkActName } from '../../../../../contract/bulk.ts';
import { BULK_ACTS } from '../../../../../contract/bulk.ts';
import type { WorkListRow } from '../../../../../contract/finding.ts';
import { formatCount } from '../../../../../text/format.ts';
import { useCatalogue, useDirectorates } from '../../case/case-data.ts';
import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { handsOf, useHandChoices } from '../../people/hands.ts';
import { bulkTexts } from './bulk-texts.ts';
import type { Selection } from './use-selection.ts';
import { workTexts } from './work-keys.ts';
import styles from './bulk.module.css';

interface Props {
  rows: readonly WorkListRow[];
  selection: Selection;
  count: number;
  act: BulkActName | null;
  busy: boolean;
  onAct: (act: BulkActName | null) => void;
  onGo: (act: BulkAct) => void;
}

const KEYS: Partial<Record<BulkActName, string>> = { assign: 'H', accept: 'D', note: 'N', topic: 'T', merge: 'B' };

export function BulkForm({ act, onAct, ...props }: Props) {
  const say = useTexts(bulkTexts);
  return (
    <>
      <div className={styles.acts} role="group" aria-label={say('act')}>
        {BULK_ACTS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={act === each}
            onClick={() => onAct(act === each ? null : each)}
          >
            {say(`act.${each}`)} {KEYS[each] && <kbd className="hs-key">{KEYS[each]}</kbd>}
          </button>
        ))}
      </div>
      {act !== null && <OpenForm key={act} act={act} onAct={onAct} {...props} />}
    </>
  );
}

/** Which act asks for what beside its reason. */
const WITHOUT_WORDS: readonly BulkActName[] = ['accept', 'hand'];

function OpenForm({ rows, selection, count, act, busy, onAct, onGo }: Props & { act: BulkActName }) {
  const say = useTexts(bulkTexts);
  const { language } = useSettings();
  const [choice, setChoice] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const go = () => !busy && onGo(actOf(act, choice ?? '', words));
  useShortcut('Ctrl+Enter', useTexts(workTexts)('send'), go, { whileTyping: true });
  useShortcut('Escape', say('close'), () => onAct(null), { whileTyping: true });
  const n = act === 'merge' && choice !== null && selection.has(choice) ? count - 1 : count;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Choice {...{ act, rows, selection, choice }} onChoice={setChoice} />
      {!WITHOUT_WORDS.includes(act) && (
        <Textarea
          label={say(act === 'note' ? 'text' : 'why')}
          autosize
          minRows={1}
          maxRows={6}
          autoFocus={act === 'note' || act === 'release'}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <p>
        {say(`will.${act}`, { n: formatCount(n, language) })} {say('silent')}
      </p>
      <p className="hs-meta">{say(`back.${act}`)}</p>
      <Button type="submit" variant="filled" aria-disabled={busy}>
        {busy ? say('going') : say('go')} <kbd className="hs-key">{printedKeys('Ctrl+Enter')}</kbd>
      </Button>
    </form>
  );
}

function actOf(act: BulkActName, choice: string, words: string): BulkAct {
  switch (act) {
    case 'assign':
      return { act, directorate: choice, why: words };
    case 'topic':
      return { act, topic: choice, why: words };
    case 'merge':
      return { act, into: choice, why: words };
    case 'hand':
      return { act, ...handsOf(choice) };
    case 'note':
      return { act, text: words };
    case 'release':
      return { act, why: words };
    case 'accept':
      return { act };
  }
}

interface ChoiceProps extends Pick<Props, 'rows' | 'selection'> {
  act: BulkActName;
  choice: string | null;
  onChoice: (value: string | null) => void;
}

/** What the act needs to be told: whom, which topic, which record. */
function Choice({ act, rows, selection, choice, onChoice }: ChoiceProps) {
  const say = useTexts(bulkTexts);
  const { language } = useSettings();
  const directorates = useDirectorates().data ?? [];
  const topics = useCatalogue().data?.topics ?? [];
  const hands = useHandChoices(useMe().directorate);
  const list = {
    assign: {
      label: say('directorate'),
      data: directorates
        .filter(({ active }) => active)
        .map(({ code, name, nameEn }) => ({ value: code, label: language === 'tr' ? name : nameEn })),
    },
    hand: { label: say('unit'), data: hands },
    topic: {
      label: say('topic'),
      data: topics
        .filter(({ active }) => active)
        .map(({ code, name }) => ({ value: code, label: `${name[language]} (${code})` })),
    },
    merge: {
      label: say('into'),
      data: rows
        .filter(({ id }) => selection.has(id))
        .map(({ id, text, shownNumber }) => ({ value: id, label: `${shownNumber} · ${text.slice(0, 60)}` })),
    },
  };
  const wanted = act in list ? list[act as keyof typeof list] : null;
  if (wanted === null) return null;
  return <Select {...wanted} searchable autoFocus value={choice} onChange={onChoice} />;
}
