import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { accentFor } from '../../../../../ui/accent.ts';
import { palettes } from '../../../../../ui/tokens.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    hint: '#rrggbb biçiminde',
    light: 'Açık zeminde',
    dark: 'Koyu zeminde',
    link: 'Başvurumu izle',
    button: 'Başvurumu gönder',
    darkened: 'Seçtiğiniz renk yazı için yeterince koyu değil; okunabilsin diye koyulttuk.',
    ink: 'Renk uyarı rengine yakın: düğmeler siyah olur ki “gönder”, “tehlike” gibi görünmesin.',
    kept: 'Renk yazı için yeterince okunur; olduğu gibi kullanılır.',
    bad: 'Renk # ile başlayan 6 haneli olmalı. Örnek: #0b6e75',
    picker: 'Renk seç',
  },
  {
    hint: 'as #rrggbb',
    light: 'On light ground',
    dark: 'On dark ground',
    link: 'Track my request',
    button: 'Send my request',
    darkened: 'The colour you chose is not dark enough for words; we darkened it so that they can be read.',
    ink: 'The colour is near the warning colour: buttons become black, so that “send” never looks like “danger”.',
    kept: 'The colour is readable enough for words and is used as it is.',
    bad: 'A colour is # and six digits. Example: #0b6e75',
    picker: 'Pick a colour',
  },
);

interface Props {
  label: string;
  accent: string;
  onPick: (accent: string) => void;
}

/** The colour as picked and as it will be used, on both grounds, with what the guard did to it. */
export function AccentPreview({ label, accent, onPick }: Props) {
  const say = useTexts(texts);
  const [typed, setTyped] = useState(accent);
  const isColour = /^#[0-9a-f]{6}$/i.test(typed);
  const write = (next: string) => {
    setTyped(next);
    if (/^#[0-9a-f]{6}$/i.test(next)) onPick(next);
  };
  const guarded = accentFor(accent);
  const note = guarded.primaryIsInk ? say('ink') : guarded.note === 'darkened' ? say('darkened') : say('kept');
  return (
    <section className={styles.group}>
      <div className={styles.line}>
        <TextInput
          label={label}
          description={say('hint')}
          maxLength={7}
          value={typed}
          error={isColour ? undefined : say('bad')}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <input
          type="color"
          aria-label={say('picker')}
          value={accent}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </div>
      <p role="status">{note}</p>
      <div className={styles.swatches}>
        <Swatch scheme="light" accent={accent} />
        <Swatch scheme="dark" accent={accent} />
      </div>
    </section>
  );
}

function Swatch({ scheme, accent }: { scheme: 'light' | 'dark'; accent: string }) {
  const say = useTexts(texts);
  const { paper, ink } = palettes[scheme];
  const guarded = accentFor(accent);
  const colour = guarded[scheme];
  const button = guarded.primaryIsInk
    ? { background: ink, color: paper }
    : { background: colour, color: scheme === 'light' ? guarded.onLight : guarded.onDark };
  return (
    <div className={styles.swatch} style={{ background: paper, color: ink }}>
      <div className={styles.band} style={{ background: guarded.brand }} />
      <strong>{say(scheme)}</strong>
      <span style={{ color: colour, textDecoration: 'underline' }}>{say('link')}</span>
      <span className={styles.sample} style={button}>
        {say('button')}
      </span>
      <span className="hs-number">
        {accent} → {colour}
      </span>
    </div>
  );
}
