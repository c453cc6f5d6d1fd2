import { defineTexts, useTexts } from '../kit/texts.ts';
import { useSettings } from '../kit/settings.ts';
import { useSeasonsOn } from '../seasons/seasons-on.ts';
import styles from './shell.module.css';

const texts = defineTexts({ on: 'Açık: {names}' }, { on: 'On: {names}' });

/** Beside the name of the house: which season changes its standards now. What citizens read is its hint. */
export function SeasonStrip() {
  const say = useTexts(texts);
  const { language } = useSettings();
  const on = useSeasonsOn();
  if (on.length === 0) return null;
  return (
    <strong className={styles.season} role="status" title={on.map(({ notice }) => notice[language]).join(' ')}>
      {say('on', { names: on.map(({ name }) => name[language]).join(', ') })}
    </strong>
  );
}
