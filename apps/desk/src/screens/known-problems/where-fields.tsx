import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../kit/texts.ts';
import { PlacesFields } from '../settings/places-fields.tsx';
import type { KnownPart } from './known-part.ts';
import { knownTexts } from './known-texts.ts';
import styles from '../settings/settings.module.css';

/** Where it holds: neighbourhoods, areas, a point with its surroundings; and the place as people call it. */
export function WhereFields({ value, write }: KnownPart) {
  const say = useTexts(knownTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('where')}</legend>
      <p className="hs-meta">{say('where.hint')}</p>
      <TextInput
        label={say('whereabouts')}
        placeholder={say('whereabouts.hint')}
        maxLength={160}
        value={value.whereabouts}
        onChange={(event) => write({ whereabouts: event.currentTarget.value })}
      />
      <PlacesFields value={value} write={write} />
      <PointFields value={value} write={write} />
    </fieldset>
  );
}

const AROUND_METRES = 300;

/** A point counts once all of it is there. */
function PointFields({ value: { point }, write }: KnownPart) {
  const say = useTexts(knownTexts);
  const [typed, setTyped] = useState({
    latitude: String(point?.latitude ?? ''),
    longitude: String(point?.longitude ?? ''),
    metres: String(point?.metres ?? AROUND_METRES),
  });
  const type = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    const { latitude, longitude, metres } = next;
    const isWhole = latitude !== '' && longitude !== '' && metres !== '';
    write({
      point: isWhole ? { latitude: Number(latitude), longitude: Number(longitude), metres: Number(metres) } : null,
    });
  };
  return (
    <div className={styles.line}>
      {(['latitude', 'longitude', 'metres'] as const).map((field) => (
        <NumberInput
          key={field}
          label={say(field)}
          hideControls
          decimalSeparator=","
          allowNegative={false}
          {...(field === 'metres' ? { allowDecimal: false, max: 20_000 } : { decimalScale: 6 })}
          value={typed[field]}
          onChange={(given) => type({ [field]: String(given) })}
        />
      ))}
    </div>
  );
}
