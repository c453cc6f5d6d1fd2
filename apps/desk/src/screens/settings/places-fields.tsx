import { MultiSelect } from '@mantine/core';
import { useNeighbourhoods } from '../../case/case-data.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useAreas } from './routing/use-rule-names.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

interface Places {
  neighbourhoods: number[];
  /** Codes. */
  areas: string[];
}

interface Props {
  value: Places;
  write: (part: Partial<Places>) => void;
}

/** Neighbourhoods and areas, side by side; what was closed since stays where it is named already. */
export function PlacesFields({ value, write }: Props) {
  const say = useTexts(settingTexts);
  const { language } = useSettings();
  const homes = (useNeighbourhoods().data ?? []).filter(
    ({ active, id }) => active || value.neighbourhoods.includes(id),
  );
  const areas = (useAreas().data ?? []).filter(({ active, code }) => active || value.areas.includes(code));
  return (
    <div className={styles.two}>
      <MultiSelect
        label={say('neighbourhoods')}
        data={homes.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={value.neighbourhoods.map(String)}
        searchable
        hidePickedOptions
        onChange={(ids) => write({ neighbourhoods: ids.map(Number) })}
      />
      <MultiSelect
        label={say('areas')}
        data={areas.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={value.areas}
        searchable
        hidePickedOptions
        onChange={(codes) => write({ areas: codes })}
      />
    </div>
  );
}
