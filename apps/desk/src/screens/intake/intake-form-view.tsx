/** The form in the order of speech: danger, what, where, who. One key answers a chip and goes on; Ctrl+Enter saves from anywhere. */
import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Suggestion, Topic } from '../../../../../contract/catalogue.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { Chips } from './chips.tsx';
import { FormLink } from './form-link.tsx';
import { intakeTexts } from './intake-texts.ts';
import { knownTexts } from './known-texts.ts';
import { moveOn } from './move-on.ts';
import { KindFields, OriginFields } from './origin-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { TopicChoice } from './topic-choice.tsx';
import { TopicNotices } from './topic-notices.tsx';
import { TopicQuestions } from './topic-questions.tsx';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

interface Props {
  intake: Intake;
  topic: Topic | undefined;
  suggestions: readonly Suggestion[];
  onSave: () => void;
}

export function IntakeFormView({ intake, topic, suggestions, onSave }: Props) {
  const say = useTexts(intakeTexts);
  const sayKnown = useTexts(knownTexts);
  const refusalText = useRefusalText();
  const { form, write, save, refused, mode } = intake;
  const problemAt = (field: string) => (field === refused ? refusalText(save.error) : undefined);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} onKeyDown={goOnWithEnter} noValidate>
      {mode === 'desk' && <OriginFields intake={intake} problemAt={problemAt} />}
      <Chips
        legend={say('danger')}
        value={form.danger}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: say(value), press: say(`key.${value}`) }))}
        onChoose={(danger) => write({ danger })}
        autoFocus={mode === 'call'}
      />
      <div className={styles.field}>
        <label htmlFor="intake-text">{say('what')}</label>
        <textarea
          id="intake-text"
          className={styles.input}
          rows={3}
          data-field="text"
          aria-invalid={refused === 'text'}
          value={form.text}
          onChange={(event) => write({ text: event.currentTarget.value })}
        />
        {refused === 'text' && <p className={styles.problem}>{problemAt('text')}</p>}
      </div>
      <TopicChoice
        suggestions={suggestions}
        topic={topic}
        chosen={form.topic}
        typed={form.text}
        onChoose={(code) => write({ topic: code })}
      />
      <TopicNotices topic={topic} danger={form.danger === 'yes'} />
      {mode === 'call' && <FormLink intake={intake} topic={topic} />}
      <TopicQuestions topic={topic} answers={form.answers} onAnswer={(answers) => write({ answers })} />
      <PlaceFields intake={intake} problemAt={problemAt} />
      <PersonFields intake={intake} topic={topic} problemAt={problemAt} />
      <KindFields intake={intake} problemAt={problemAt} />
      {save.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(save.error)}
        </p>
      )}
      <div className={styles.saveBar}>
        <Button variant="filled" onClick={onSave}>
          {save.isPending ? say('saving') : say('save')}
          <kbd className="hs-key">Ctrl+Enter</kbd>
        </Button>
        {form.knownProblem === null ? (
          <span className="hs-meta">{say('keptHere')}</span>
        ) : (
          <strong>
            {sayKnown('willJoin')} <kbd className="hs-key">F9</kbd> {sayKnown('leave')}
          </strong>
        )}
      </div>
    </form>
  );
}

/** Enter in a line goes to the next one, as on a paper form; in the story it stays a new line. */
function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof HTMLInputElement) && !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  moveOn(event.target);
}
