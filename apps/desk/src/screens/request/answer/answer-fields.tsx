/** The fields of a final answer: what came of it, where it was sent, and the words. The same for whoever writes it and whoever approves it. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftBody } from '../../../../../../contract/answers.ts';
import type { AssignmentOutcome, EndingShown } from '../../../../../../contract/endings.ts';
import { useCaseWords } from '../../../case/use-case-words.ts';
import { useTexts } from '../../../kit/texts.ts';
import { panelTexts } from '../act-panel-texts.ts';
import { GroundChoice } from '../ground-choice.tsx';
import { PickText } from './pick-text.tsx';
import panel from '../act-panel.module.css';

interface Props {
  body: DraftBody;
  /** How such a request may end, and on which grounds. */
  endings: readonly EndingShown[];
  onChange: (change: Partial<DraftBody>) => void;
  textLabel: string;
  assignmentId: string;
  /** Stands before the outcome: which part it is about. */
  children?: ReactNode;
}

export function AnswerFields({ body, endings, onChange, textLabel, assignmentId, children }: Props) {
  const say = useTexts(panelTexts);
  const ending = endings.find(({ outcome }) => outcome === body.outcome);
  const word = useCaseWords();
  const changeOutcome = (outcome: AssignmentOutcome): Partial<DraftBody> => {
    const next = endings.find((each) => each.outcome === outcome);
    return { outcome, grounds: groundsOf(next, body.grounds) };
  };
  return (
    <>
      {body.outcome !== null && (
        <div className={panel.fields}>
          {children}
          <NativeSelect
            label={say('conclude.outcome')}
            value={body.outcome}
            autoFocus
            data={endings.map(({ outcome }) => ({ value: outcome, label: word('outcome', outcome) }))}
            onChange={(event) => onChange(changeOutcome(event.currentTarget.value as AssignmentOutcome))}
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
      {ending !== undefined && ending.grounds.length > 0 && (
        <GroundChoice ending={ending} value={body.grounds ?? []} onChange={(grounds) => onChange({ grounds })} />
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
      <PickText
        assignmentId={assignmentId}
        outcome={body.outcome ?? 'interim'}
        onPick={(text) => onChange({ text: body.text.trim() === '' ? text : `${body.text.trimEnd()}\n\n${text}` })}
      />
    </>
  );
}

/** Those of this ending: a change of the outcome leaves no ground of another behind. */
function groundsOf(ending: EndingShown | undefined, grounds: readonly string[] = []): string[] {
  return grounds.filter((code) => ending?.grounds.some((ground) => ground.code === code));
}
