import type { ChainLinkShown, Rung } from '../../../../../../contract/answers.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { answerTexts } from './answer-texts.ts';
import { WhoAsks } from './who-asks.tsx';
import styles from './answer.module.css';

interface Props {
  chain: readonly ChainLinkShown[];
  /** Whose turn it is; null: it has not been submitted. */
  at?: Rung | null;
}

/** Who reads the answer before the citizen does, in their order, and why they are asked. */
export function Chain({ chain, at = null }: Props) {
  const say = useTexts(answerTexts);
  const { language } = useSettings();
  if (chain.length === 0) return null;
  return (
    <section className={styles.chain}>
      <h3>{say('chain.title')}</h3>
      <ol>
        {chain.map(({ rung, holders, why }) => (
          <li key={rung} data-here={rung === at || undefined}>
            <p>
              <strong>{say(`rung.${rung}`)}</strong>{' '}
              {holders.length === 0 ? say('chain.nobody') : holders.slice(0, 3).join(', ')}
              {holders.length > 3 ? ` +${holders.length - 3}` : ''}
              {rung === at ? ` · ${say('state.submitted', { rung: say(`rung.${rung}`) })}` : ''}
            </p>
            {why.map((reason) => (
              <p key={reason.tr} className="hs-meta">
                {reason[language]} <WhoAsks askedBy={reason.askedBy} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
