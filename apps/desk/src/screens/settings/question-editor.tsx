import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Question } from '../../../../../contract/catalogue.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import { answersOf, choicesFrom, linesOf, moved, newQuestion } from './question-lines.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

interface Props {
  questions: readonly Question[];
  onWrite: (questions: Question[]) => void;
}

/** What the topic asks, in its order. A question may depend only on an earlier one, so the portal can ask page by page. */
export function QuestionEditor({ questions, onWrite }: Props) {
  const say = useTexts(topicTexts);
  const change = (at: number, next: Question) => onWrite(questions.map((each, place) => (place === at ? next : each)));
  return (
    <fieldset className={styles.group}>
      <legend>{say('questions')}</legend>
      {questions.map((question, at) => (
        <div key={at} className={styles.question}>
          <OneQuestion question={question} earlier={questions.slice(0, at)} onWrite={(next) => change(at, next)} />
          <div className={styles.acts}>
            {at > 0 && <Button onClick={() => onWrite(moved(questions, at, -1))}>{say('question.up')}</Button>}
            {at < questions.length - 1 && (
              <Button onClick={() => onWrite(moved(questions, at, 1))}>{say('question.down')}</Button>
            )}
            <Button onClick={() => onWrite(questions.filter((_, place) => place !== at))}>
              {say('question.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onWrite([...questions, newQuestion(questions)])}>{say('question.add')}</Button>
      </div>
    </fieldset>
  );
}

const TYPES = ['choice', 'yes-no', 'yes-no-unknown', 'text', 'number', 'date'] as const;

interface OneProps {
  question: Question;
  earlier: readonly Question[];
  onWrite: (question: Question) => void;
}

function OneQuestion({ question, earlier, onWrite }: OneProps) {
  const say = useTexts(topicTexts);
  const retype = (type: Question['type']) => {
    const { choices, unit, ...rest } = question;
    onWrite({
      ...rest,
      type,
      ...(type === 'choice' && { choices: choices ?? [] }),
      ...(type === 'number' && { unit }),
    });
  };
  return (
    <>
      <BothLanguages
        label={say('question.label')}
        maxLength={200}
        value={question.label}
        onWrite={(label) => onWrite({ ...question, label })}
      />
      <BothLanguages
        label={say('question.hint')}
        maxLength={300}
        value={question.hint ?? { tr: '', en: '' }}
        onWrite={(hint) => onWrite({ ...question, hint: hint.tr + hint.en === '' ? undefined : hint })}
      />
      <div className={styles.line}>
        <TextInput
          label={say('question.id')}
          maxLength={40}
          value={question.id}
          onChange={(event) => onWrite({ ...question, id: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('question.type')}
          value={question.type}
          data={TYPES.map((value) => ({ value, label: say(`type.${value}`) }))}
          onChange={(event) => retype(event.currentTarget.value as Question['type'])}
        />
        {question.type === 'number' && (
          <TextInput
            label={say('question.unit')}
            maxLength={10}
            w="6rem"
            value={question.unit ?? ''}
            onChange={(event) => onWrite({ ...question, unit: event.currentTarget.value || undefined })}
          />
        )}
        <Checkbox
          label={say('question.required')}
          checked={question.required}
          onChange={(event) => onWrite({ ...question, required: event.currentTarget.checked })}
        />
      </div>
      {question.type === 'choice' && <ChoiceLines question={question} onWrite={onWrite} />}
      {earlier.length > 0 && <Condition question={question} earlier={earlier} onWrite={onWrite} />}
    </>
  );
}

/** Kept as it is typed: reading and writing it back at every key would move the cursor. */
function ChoiceLines({ question, onWrite }: Omit<OneProps, 'earlier'>) {
  const say = useTexts(topicTexts);
  const [lines, setLines] = useState(() => linesOf(question.choices ?? []));
  return (
    <Textarea
      label={say('question.choices')}
      autosize
      minRows={2}
      value={lines}
      onChange={(event) => {
        setLines(event.currentTarget.value);
        onWrite({ ...question, choices: choicesFrom(event.currentTarget.value) });
      }}
    />
  );
}

function Condition({ question, earlier, onWrite }: OneProps) {
  const say = useTexts(topicTexts);
  const { language } = useSettings();
  const { showIf } = question;
  const depends = earlier.filter((each) => answersOf(each) !== null);
  const on = depends.find(({ id }) => id === showIf?.question);
  const ask = (id: string) => {
    const { showIf: _, ...always } = question;
    const chosen = depends.find((each) => each.id === id);
    onWrite(chosen ? { ...always, showIf: { question: id, equals: answersOf(chosen)?.[0] ?? '' } } : always);
  };
  return (
    <div className={styles.line}>
      <NativeSelect
        label={say('question.if')}
        value={showIf?.question ?? ''}
        data={[
          { value: '', label: say('question.ifAlways') },
          ...depends.map(({ id, label }) => ({ value: id, label: label[language] || id })),
        ]}
        onChange={(event) => ask(event.currentTarget.value)}
      />
      {showIf && on && (
        <NativeSelect
          label={say('question.equals')}
          value={showIf.equals}
          data={answersOf(on) ?? []}
          onChange={(event) => onWrite({ ...question, showIf: { ...showIf, equals: event.currentTarget.value } })}
        />
      )}
    </div>
  );
}
