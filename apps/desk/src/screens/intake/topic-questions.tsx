import type { Question, Topic } from '../../../../../contract/catalogue.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { Chips } from './chips.tsx';
import type { Choice } from './chips.tsx';
import { Field } from './field.tsx';
import { questionsAsked } from './intake-form.ts';
import { intakeTexts } from './intake-texts.ts';

interface Props {
  topic: Topic | undefined;
  answers: Readonly<Record<string, string>>;
  onAnswer: (answers: Record<string, string>) => void;
}

/** What this topic asks: chips where the answers are few, a line where anything may be said. */
export function TopicQuestions({ topic, answers, onAnswer }: Props) {
  return questionsAsked(topic, answers).map((question) => (
    <OneQuestion
      key={question.id}
      question={question}
      value={answers[question.id] ?? ''}
      onAnswer={(value) => onAnswer({ ...answers, [question.id]: value })}
    />
  ));
}

interface OneProps {
  question: Question;
  value: string;
  onAnswer: (value: string) => void;
}

function OneQuestion({ question, value, onAnswer }: OneProps) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const { type, label, hint, unit, required } = question;
  const legend = required ? label[language] : `${label[language]} ${say('optional')}`;
  const choices = useChoices(question);
  if (choices) return <Chips legend={legend} choices={choices} value={value} onChoose={onAnswer} />;
  return (
    <Field
      label={unit === undefined ? legend : `${legend}, ${unit}`}
      hint={hint?.[language]}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      value={value}
      onTyped={onAnswer}
    />
  );
}

function useChoices({ type, choices = [] }: Question): Choice<string>[] | null {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  if (type === 'choice') {
    return choices.map(({ value, label }, place) => ({ value, label: label[language], press: String(place + 1) }));
  }
  if (type !== 'yes-no' && type !== 'yes-no-unknown') return null;
  const values = type === 'yes-no' ? (['yes', 'no'] as const) : (['yes', 'no', 'unknown'] as const);
  return values.map((value) => ({ value, label: say(value), press: say(`key.${value}`) }));
}
