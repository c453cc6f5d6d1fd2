/** One editor for each condition a rule may have. */
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleWhen } from '../../../../../../contract/routing.ts';
import { HOURS, ROADS } from '../../../../../../contract/routing.ts';
import { caseTexts } from '../../../case/case-texts.ts';
import { useCaseWords } from '../../../case/use-case-words.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import type { ConditionName } from './conditions.ts';
import { Many } from './many.tsx';
import { routingTexts } from './routing-texts.ts';
import own from './routing.module.css';
import { weekdayName } from './rule-words.ts';
import { answersOf } from './use-rule-names.ts';
import type { RuleChoices } from './use-rule-names.ts';

interface Props {
  when: RuleWhen;
  choices: RuleChoices;
  write: (part: Partial<RuleWhen>) => void;
}

export function ConditionFields({ name, ...part }: Props & { name: ConditionName }): ReactNode {
  const Editor = EDITORS[name];
  return <Editor {...part} />;
}

function boxes(list: ReactNode): ReactNode {
  return <div className={own.flags}>{list}</div>;
}

function Topics({ when, choices, write }: Props) {
  const say = useTexts(routingTexts);
  return (
    <>
      <Many
        label={say('topics')}
        data={choices.topics}
        value={when.topics ?? []}
        onWrite={(topics) => write({ topics: someOf(topics, when.groups) })}
      />
      <Many
        label={say('groups')}
        data={choices.groups}
        value={when.groups ?? []}
        onWrite={(groups) => write({ groups: someOf(groups, when.topics) })}
      />
    </>
  );
}

function Places({ when, choices, write }: Props) {
  const say = useTexts(routingTexts);
  const ids = (when.neighbourhoods ?? []).map(String);
  return (
    <>
      <Many
        label={say('neighbourhoods')}
        data={choices.neighbourhoods}
        value={ids}
        onWrite={(list) => write({ neighbourhoods: someOf(list.map(Number), when.areas) })}
      />
      {choices.areas.length + (when.areas ?? []).length > 0 && (
        <Many
          label={say('areas')}
          data={choices.areas}
          value={when.areas ?? []}
          onWrite={(areas) => write({ areas: someOf(areas, when.neighbourhoods) })}
        />
      )}
    </>
  );
}

/** An emptied half goes away while the other half says something; else it stays as the field one is in. */
function someOf<Value>(list: Value[], other: readonly unknown[] | undefined): Value[] | undefined {
  return list.length === 0 && other !== undefined && other.length > 0 ? undefined : list;
}

function Road({ when: { road = [] }, write }: Props) {
  const say = useTexts(routingTexts);
  return boxes(
    ROADS.map((whose) => (
      <Checkbox
        key={whose}
        label={say(`road.${whose}`)}
        checked={road.includes(whose)}
        onChange={(event) => write({ road: toggled(road, whose, event.currentTarget.checked) })}
      />
    )),
  );
}

function toggled<Value>(list: readonly Value[], value: Value, isIn: boolean): Value[] {
  const others = list.filter((each) => each !== value);
  return isIn ? [...others, value] : others;
}

function Answers({ when, choices, write }: Props) {
  const say = useTexts(routingTexts);
  const { language } = useSettings();
  const answers = when.answers ?? [];
  const questions = choices.questionsOf(when.topics ?? [], when.groups ?? []);
  const asked = answers.flatMap(({ question }) => questions.find(({ id }) => id === question) ?? []);
  const free = questions.filter(({ id }) => !answers.some(({ question }) => question === id));
  return (
    <>
      {asked.map((question) => (
        <Many
          key={question.id}
          label={question.label[language]}
          data={answersOf(question).map(({ value, label }) => ({ value, label: label[language] }))}
          value={answers.find((each) => each.question === question.id)?.values ?? []}
          onWrite={(values) =>
            write({ answers: answers.map((each) => (each.question === question.id ? { ...each, values } : each)) })
          }
        />
      ))}
      {questions.length === 0 && <p className="hs-meta">{say('question.none')}</p>}
      {free.length > 0 && (
        <NativeSelect
          label={say('question')}
          value=""
          data={[
            { value: '', label: say('choose') },
            ...free.map(({ id, label }) => ({ value: id, label: label[language] })),
          ]}
          onChange={(event) => write({ answers: [...answers, { question: event.currentTarget.value, values: [] }] })}
        />
      )}
    </>
  );
}

function Hours({ when, write }: Props) {
  const say = useTexts(routingTexts);
  return boxes(
    HOURS.map((hours) => (
      <Radio
        key={hours}
        label={say(`hours.${hours}`)}
        checked={when.hours === hours}
        onChange={() => write({ hours })}
      />
    )),
  );
}

function Weekdays({ when: { weekdays = [] }, write }: Props) {
  const { language } = useSettings();
  return boxes(
    [1, 2, 3, 4, 5, 6, 7].map((day) => (
      <Checkbox
        key={day}
        label={weekdayName(day, language)}
        checked={weekdays.includes(day)}
        onChange={(event) =>
          write({ weekdays: toggled(weekdays, day, event.currentTarget.checked).sort((left, right) => left - right) })
        }
      />
    )),
  );
}

function Dates({ when, write }: Props) {
  const say = useTexts(routingTexts);
  const { from, to } = when.dates ?? { from: null, to: null };
  return (
    <>
      <TextInput
        type="date"
        label={say('from')}
        value={from ?? ''}
        onChange={(event) => write({ dates: { from: event.currentTarget.value || null, to } })}
      />
      <TextInput
        type="date"
        label={say('until')}
        value={to ?? ''}
        onChange={(event) => write({ dates: { from, to: event.currentTarget.value || null } })}
      />
    </>
  );
}

function codesOf(group: 'channel' | 'kind'): string[] {
  return Object.keys(caseTexts.tr).flatMap((key) => (key.startsWith(`${group}.`) ? [key.slice(group.length + 1)] : []));
}

function Channels({ when, write }: Props) {
  const say = useTexts(routingTexts);
  const word = useCaseWords();
  const data = codesOf('channel').map((value) => ({ value, label: word('channel', value) }));
  return (
    <Many label={say('channels')} data={data} value={when.channels ?? []} onWrite={(channels) => write({ channels })} />
  );
}

function Kinds({ when, write }: Props) {
  const say = useTexts(routingTexts);
  const word = useCaseWords();
  const data = codesOf('kind').map((value) => ({ value, label: word('kind', value) }));
  return <Many label={say('kinds')} data={data} value={when.kinds ?? []} onWrite={(kinds) => write({ kinds })} />;
}

function Danger({ when, write }: Props) {
  const say = useTexts(routingTexts);
  return boxes(
    (['yes', 'no'] as const).map((answer) => (
      <Radio
        key={answer}
        label={say(`danger.${answer}`)}
        checked={when.danger === (answer === 'yes')}
        onChange={() => write({ danger: answer === 'yes' })}
      />
    )),
  );
}

/** A line still empty is one being written; it is dropped when the field is left. */
function Words({ when: { words = [] }, write }: Props) {
  const say = useTexts(routingTexts);
  return (
    <Textarea
      label={say('words')}
      description={say('words.hint')}
      autosize
      minRows={2}
      maxRows={10}
      value={words.join('\n')}
      onChange={(event) =>
        write({ words: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n') })
      }
      onBlur={() => write({ words: words.filter((word) => word.trim() !== '') })}
    />
  );
}

const EDITORS: Record<ConditionName, (props: Props) => ReactNode> = {
  topics: Topics,
  places: Places,
  road: Road,
  answers: Answers,
  hours: Hours,
  weekdays: Weekdays,
  dates: Dates,
  channels: Channels,
  kinds: Kinds,
  danger: Danger,
  words: Words,
};
