/** What is to be done, by whom and where. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useTexts } from '../../kit/texts.ts';
import { handsOf, useHandChoices } from '../../people/hands.ts';
import { useRuleNames } from '../settings/routing/use-rule-names.ts';
import { useCatalogue } from '../../case/case-data.ts';
import { PlacesFields } from '../settings/places-fields.tsx';
import type { PlanPart } from './plan-part.ts';
import { planTexts } from './plan-texts.ts';
import styles from '../settings/settings.module.css';

const HINT_LAST = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

export function PlanFields({ value, write, mayPlanFor }: PlanPart & { mayPlanFor: readonly string[] | null }) {
  return (
    <>
      <What value={value} write={write} mayPlanFor={mayPlanFor} />
      <Whose value={value} write={write} mayPlanFor={mayPlanFor} />
      <Where value={value} write={write} />
    </>
  );
}

type Part = PlanPart & { mayPlanFor: readonly string[] | null };

/** The topic brings its directorate along, as far as the reader may plan for it. */
function What({ value, write, mayPlanFor }: Part) {
  const say = useTexts(planTexts);
  const { choices } = useRuleNames();
  const topics = useCatalogue().data?.topics ?? [];
  const chooseTopic = (topic: string | null) => {
    const own = topics.find(({ code }) => code === topic)?.directorate;
    const isTheirs = own !== undefined && own !== value.directorate && (mayPlanFor?.includes(own) ?? true);
    write({ topic: topic ?? '', ...(isTheirs && { directorate: own, unit: null, person: null }) });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{say('what')}</legend>
      <div className={styles.two}>
        <TextInput
          label={say('name')}
          description={say('name.hint')}
          inputWrapperOrder={HINT_LAST}
          maxLength={80}
          value={value.title}
          onChange={(event) => write({ title: event.currentTarget.value })}
        />
        <Select
          label={say('topic')}
          description={say('topic.hint')}
          inputWrapperOrder={HINT_LAST}
          searchable
          value={value.topic === '' ? null : value.topic}
          data={choices.topics}
          onChange={chooseTopic}
        />
      </div>
      <Textarea
        label={say('todo')}
        autosize
        minRows={2}
        maxLength={500}
        value={value.todo}
        onChange={(event) => write({ todo: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function Whose({ value, write, mayPlanFor }: Part) {
  const say = useTexts(planTexts);
  const { choices } = useRuleNames();
  const hands = useHandChoices(value.directorate === '' ? null : value.directorate);
  const directorates = choices.directorates.filter(({ value: code }) => mayPlanFor?.includes(code) ?? true);
  const choice = value.person !== null ? `person:${value.person}` : value.unit !== null ? `unit:${value.unit}` : null;
  return (
    <fieldset className={styles.group}>
      <legend>{say('whose')}</legend>
      <div className={styles.two}>
        <Select
          label={say('directorate')}
          searchable
          allowDeselect={false}
          value={value.directorate === '' ? null : value.directorate}
          data={directorates}
          onChange={(directorate) => write({ directorate, unit: null, person: null })}
        />
        <Select
          label={say('hands')}
          placeholder={say('hands.nobody')}
          searchable
          clearable
          value={choice}
          data={hands}
          onChange={(to) => write(handsOf(to))}
        />
      </div>
    </fieldset>
  );
}

function Where({ value, write }: PlanPart) {
  const say = useTexts(planTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('where')}</legend>
      <p className="hs-meta">{say('where.hint')}</p>
      <PlacesFields value={value} write={write} />
      <TextInput
        label={say('street')}
        maxLength={160}
        value={value.street}
        onChange={(event) => write({ street: event.currentTarget.value })}
      />
    </fieldset>
  );
}
