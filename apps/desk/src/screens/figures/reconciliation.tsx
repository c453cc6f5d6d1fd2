import { IconAlertOctagon, IconCheck } from '@tabler/icons-react';
import type { FigureCheck } from '../../../../../contract/figures.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { figuresTexts } from './figures-texts.ts';
import styles from './figures.module.css';

/** Two ways to the same number, each with its word. A sum that does not hold is said first and loudest. */
export function Reconciliation({ checks }: { checks: readonly FigureCheck[] }) {
  const say = useTexts(figuresTexts);
  const { language } = useSettings();
  return (
    <section className={styles.section}>
      <h2>{say('checks')}</h2>
      {checks.some(({ holds }) => !holds) && (
        <p className="hs-problem" role="alert">
          {say('checks.failed')}
        </p>
      )}
      <ul className={styles.checks}>
        {checks.map(({ sentence, holds }) => (
          <li key={sentence.tr} data-holds={holds}>
            {holds ? <IconCheck size={16} aria-hidden /> : <IconAlertOctagon size={16} aria-hidden />}
            <span>
              {sentence[language]} <strong>{say(holds ? 'check.holds' : 'check.fails')}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
