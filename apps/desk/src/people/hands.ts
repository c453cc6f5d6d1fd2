/** To whom a part can be given inside a directorate: its units and its people, each with a word for the choice and what the API wants of it. */
import { useUnits } from '../case/case-data.ts';
import { useSettings } from '../kit/settings.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { useColleagueLabel, useColleagues } from './colleagues.ts';

const texts = defineTexts({ units: 'Birimler', people: 'Kişiler' }, { units: 'Units', people: 'People' });

/** @param directorate null: of the whole house. */
export function useHandChoices(directorate: string | null) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const label = useColleagueLabel();
  const isNear = (one: { directorate: string | null }) =>
    directorate === null ? one.directorate !== null : one.directorate === directorate;
  const units = (useUnits().data ?? []).filter((unit) => unit.active && isNear(unit));
  const people = (useColleagues().data ?? []).filter(isNear);
  return [
    {
      group: say('units'),
      items: units.map(({ code, name, nameEn }) => ({
        value: `unit:${code}`,
        label: language === 'tr' ? name : nameEn,
      })),
    },
    {
      group: say('people'),
      items: people.map((one) => ({
        value: `person:${one.id}`,
        label: directorate === null ? `${one.directorate} · ${label(one)}` : label(one),
      })),
    },
  ].filter(({ items }) => items.length > 0);
}

/** Null and empty: nobody in particular. */
export function handsOf(choice: string | null): { unit: string | null; person: string | null } {
  const [kind, code = null] = (choice ?? '').split(':');
  return { unit: kind === 'unit' ? code : null, person: kind === 'person' ? code : null };
}
