/** The fields of a final answer: what came of it, where it was sent, and the words. The same for whoever writes it and whoever approves it. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftBody } from '../../../../../../contract/answers.ts';
import type { AssignmentOutcome } from '../../../../../../contract/requests.ts';
import { useCaseWords } from '../../../case/use-case-words.ts';
import { useTexts } from '../../../kit/texts.ts';
import { panelTexts } from '../act-panel-texts.ts';
import panel from '../act-panel.module.css';

const OUTCOMES: readonly AssignmentOutcome[] = [
  'done',
  'information-given',
  'forwarded',
  'refused',
  'not-examined',
  'duplicate',
];

interface Props {
  body: DraftBody;
  onChange: (change: Partial<DraftBody>) => void;
  textLabel: string;
  /** Stands before the outcome: which part it is about. */
  children?: ReactNode;
}

export function AnswerFields({ body, onChange, textLabel, children }: Props) {
  const say = useTexts(panelTexts);
  const word = useCaseWords();
  return (
    <>
      {body.outcome !== null && (
        <div className={panel.fields}>
          {children}
          <NativeSelect
            label={say('conclude.outcome')}
            value={body.outcome}
            autoFocus
            data={OUTCOMES.map((value) => ({ value, label: word('outcome', value) }))}
            onChange={(event) => onChange({ outcome: event.currentTarget.value as AssignmentOutcome })}
          />
          {body.outcome === 'forwarded' && (
            <TextInput
              label={say('conclude.body')}
              value={body.forwardedTo ?? ''}
              onChange={(event) => onChange({ forwardedTo: event.currentTarget.value })}
            />
          )}
        </div>
      )}
      <Textarea
        label={textLabel}
        description={body.outcome === null ? undefined : say('conclude.hint')}
        autosize
        minRows={4}
        maxRows={16}
        autoFocus={body.outcome === null}
        value={body.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </>
  );
}
