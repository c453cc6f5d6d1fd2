import { Button, Radio, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallBackMade, CallBackWaiting } from '../../../../../contract/call-backs.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { MaskedField } from '../request/masked-field.tsx';
import { useCallMade } from './call-backs-data.ts';
import { callBacksTexts } from './call-backs-texts.ts';
import styles from './call-form.module.css';

const RESULTS = ['yes', 'no', 'unclear', 'not-reached'] as const;
type Result = (typeof RESULTS)[number];
const SATISFIED = { yes: true, no: false, unsaid: null } as const;
type Satisfied = keyof typeof SATISFIED;

interface Props {
  waiting: CallBackWaiting;
  mostTries: number;
  onClose: () => void;
}

/** The number for a minute, with the reason in the log; then what the citizen said. */
export function CallForm({ waiting, mostTries, onClose }: Props) {
  const say = useTexts(callBacksTexts);
  const refusalText = useRefusalText();
  const [result, setResult] = useState<Result | null>(null);
  const [satisfied, setSatisfied] = useState<Satisfied>('unsaid');
  const [note, setNote] = useState('');
  const made = useCallMade(waiting.id, onClose);
  const send = () => {
    if (result !== null && !made.isPending) made.mutate(madeOf(result, SATISFIED[satisfied], note));
  };
  useShortcut('Ctrl+Enter', say('save'), send, { whileTyping: true });
  const own = { requestId: waiting.requestId, mayReveal: true };
  return (
    <div className={styles.call}>
      {/* Asking to see a field is a form of its own. */}
      <div className={styles.who}>
        <MaskedField {...own} field="name" masked={waiting.name} none={say('anonymous')} />
        <MaskedField {...own} field="phone" masked={waiting.phone} />
      </div>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Radio.Group label={say('what')} value={result} onChange={(value) => setResult(value as Result)}>
          {RESULTS.map((each, place) => (
            <Radio key={each} value={each} label={say(each)} size="md" autoFocus={place === 0} />
          ))}
        </Radio.Group>
        {result === 'no' && <p className="hs-meta">{say('no.hint')}</p>}
        {result === 'not-reached' && <p className="hs-meta">{say('not-reached.hint', { n: mostTries })}</p>}
        {result !== 'not-reached' && (
          <div>
            <p className={styles.label} id={`memnun-${waiting.id}`}>
              {say('satisfied')}
            </p>
            <SegmentedControl
              aria-labelledby={`memnun-${waiting.id}`}
              value={satisfied}
              data={(['yes', 'no', 'unsaid'] as const).map((value) => ({ value, label: say(`satisfied.${value}`) }))}
              onChange={(value) => setSatisfied(value as Satisfied)}
            />
          </div>
        )}
        <Textarea
          label={say('note')}
          description={say('note.hint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {made.isError && (
          <p className="hs-problem" role="alert">
            {refusalText(made.error)}
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" disabled={result === null}>
            {made.isPending ? say('saving') : say('save')} <kbd className="hs-key">Ctrl+Enter</kbd>
          </Button>
          <button type="button" className="hs-link" onClick={onClose}>
            {say('close')}
          </button>
        </div>
      </form>
    </div>
  );
}

function madeOf(result: Result, satisfied: boolean | null, note: string): CallBackMade {
  if (result === 'not-reached') return { reached: false, answerTrue: null, satisfied: null, note };
  return { reached: true, answerTrue: result, satisfied, note };
}
