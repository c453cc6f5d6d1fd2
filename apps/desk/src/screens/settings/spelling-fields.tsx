import { TextInput } from '@mantine/core';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    title: 'Numara okunurken harflerin şehirleri',
    hint: 'Telefonda “D, Denizli” diye okunur. Numarada yalnız bu harfler geçer.',
  },
  {
    title: 'Cities for the letters of a number read aloud',
    hint: 'Read on the telephone as “D, Denizli”. A number has these letters and no others.',
  },
);

interface Props {
  cities: Readonly<Record<string, string>>;
  onWrite: (cities: Record<string, string>) => void;
}

export function SpellingFields({ cities, onWrite }: Props) {
  const say = useTexts(texts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('title')}</legend>
      <p className="hs-meta">{say('hint')}</p>
      <div className={styles.months}>
        {Object.entries(cities).map(([letter, city]) => (
          <TextInput
            key={letter}
            label={letter}
            maxLength={30}
            value={city}
            onChange={(event) => onWrite({ ...cities, [letter]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
