import { normaliseInput } from '../../../../../text/turkish.ts';
import { useTexts } from '../../kit/texts.ts';
import { panelTexts } from './act-panel-texts.ts';
import styles from './act-panel.module.css';

/** The text as it will stand on the citizen's tracking page, tidied the way the server tidies it. */
export function CitizenPreview({ text, outcome }: { text: string; outcome: string | null }) {
  const say = useTexts(panelTexts);
  const tidy = normaliseInput(text);
  return (
    <figure className={styles.preview}>
      <figcaption>{say('preview')}</figcaption>
      <p className={styles.previewTitle}>
        {say('preview.title')}
        {outcome === null ? '' : ` · ${outcome}`}
      </p>
      <p className={styles.previewText}>{tidy === '' ? say('preview.empty') : tidy}</p>
    </figure>
  );
}
