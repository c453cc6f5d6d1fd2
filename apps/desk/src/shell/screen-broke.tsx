import { Button } from '@mantine/core';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import styles from './shell.module.css';

const texts = defineTexts(
  { title: 'Bu ekran açılamadı', again: 'Yeniden dene' },
  { title: 'This screen could not be opened', again: 'Try again' },
);

/** A screen that fell over: the rest of the desk stays, and so do drafts. */
export function ScreenBroke({ error }: { error: unknown }) {
  const say = useTexts(texts);
  const refusalText = useRefusalText();
  return (
    <div className={styles.plain} role="alert">
      <h1>{say('title')}</h1>
      <p className="hs-problem">{refusalText(error)}</p>
      <Button onClick={() => window.location.reload()}>{say('again')}</Button>
    </div>
  );
}
