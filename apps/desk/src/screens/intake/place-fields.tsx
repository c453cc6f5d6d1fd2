import type { Neighbourhood } from '../../../../../contract/places.ts';
import { fold, words } from '../../../../../text/turkish.ts';
import { useTexts } from '../../kit/texts.ts';
import { Field } from './field.tsx';
import { useNeighbourhoods, useStreets } from './intake-data.ts';
import { intakeTexts } from './intake-texts.ts';
import { TypeAhead } from './type-ahead.tsx';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

const MOST = 6;

/** Where: neighbourhood and street by their first letters, the rest in the caller's words. A street alone tells its neighbourhood. */
export function PlaceFields({
  intake,
  problemAt,
}: {
  intake: Intake;
  problemAt: (field: string) => string | undefined;
}) {
  const say = useTexts(intakeTexts);
  const { form, write } = intake;
  const { data: neighbourhoods = [] } = useNeighbourhoods();
  const streets = useStreets(form.street, form.neighbourhoodId);
  const nameOf = (id: number) => neighbourhoods.find((each) => each.id === id)?.name ?? '';
  const unknown = form.neighbourhood.trim() !== '' && form.neighbourhoodId === null;
  return (
    <fieldset className={styles.group}>
      <legend>{say('where')}</legend>
      <TypeAhead
        label={say('neighbourhood')}
        field="neighbourhood"
        typed={form.neighbourhood}
        onTyped={(neighbourhood) => write({ neighbourhood, neighbourhoodId: exactly(neighbourhoods, neighbourhood) })}
        options={beginning(neighbourhoods, form.neighbourhood).map(({ id, name }) => ({ id: String(id), label: name }))}
        onPick={({ id, label }) => write({ neighbourhoodId: Number(id), neighbourhood: label })}
        free={false}
        problem={problemAt('neighbourhood') ?? (unknown ? say('neighbourhood.pick') : undefined)}
      />
      <TypeAhead
        label={say('street')}
        typed={form.street}
        onTyped={(street) => write({ street })}
        options={streets.slice(0, MOST).map(({ name, neighbourhoodId }) => ({
          id: `${neighbourhoodId}-${name}`,
          label: name,
          more: form.neighbourhoodId === null ? nameOf(neighbourhoodId) : undefined,
        }))}
        onPick={({ id, label }) => {
          const neighbourhoodId = Number(id.slice(0, id.indexOf('-')));
          write({ street: label, neighbourhoodId, neighbourhood: nameOf(neighbourhoodId) });
        }}
        free
      />
      <Field label={say('door')} field="door" value={form.door} onTyped={(door) => write({ door })} maxLength={20} />
      <div className={styles.wide}>
        <Field
          label={say('description')}
          hint={say('description.hint')}
          value={form.description}
          onTyped={(description) => write({ description })}
        />
      </div>
    </fieldset>
  );
}

function exactly(all: readonly Neighbourhood[], typed: string): number | null {
  const wanted = fold(typed.trim());
  return all.find(({ name, active }) => active && fold(name) === wanted)?.id ?? null;
}

/** Those whose name begins so, then those with a later word that does. */
function beginning(all: readonly Neighbourhood[], typed: string): Neighbourhood[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [];
  const offered = all.filter(({ active }) => active);
  const first = offered.filter(({ name }) => fold(name).startsWith(wanted));
  const later = offered.filter(
    (each) => !first.includes(each) && words(each.name).some((word) => word.startsWith(wanted)),
  );
  return [...first, ...later].slice(0, MOST);
}
