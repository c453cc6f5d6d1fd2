import { TextInput } from '@mantine/core';
import type { AnswerChecked, FindingShown } from '../../../../../../contract/answers.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { answerTexts } from './answer-texts.ts';
import { WhoAsks } from './who-asks.tsx';
import styles from './answer.module.css';

interface Props {
  checked: AnswerChecked | undefined;
  despite: string;
  onDespite: (word: string) => void;
}

/** What there is to say about the words, while they are being written: what holds them back, and what may be overruled with a word. */
export function Findings({ checked, despite, onDespite }: Props) {
  const say = useTexts(answerTexts);
  if (checked === undefined || checked.findings.length === 0) return null;
  const of = (weight: FindingShown['weight']) => checked.findings.filter((each) => each.weight === weight);
  const [blocking, advice] = [of('blocking'), of('advice')];
  return (
    <div className={styles.findings} aria-live="polite">
      <List title={say('findings.blocking')} weight="blocking" findings={blocking} />
      <List title={say('findings.advice')} weight="advice" findings={advice} />
      {advice.length > 0 && blocking.length === 0 && (
        <TextInput
          label={say('despite')}
          description={say('despite.hint')}
          maxLength={500}
          value={despite}
          onChange={(event) => onDespite(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

interface ListProps {
  title: string;
  weight: FindingShown['weight'];
  findings: readonly FindingShown[];
}

function List({ title, weight, findings }: ListProps) {
  const { language } = useSettings();
  if (findings.length === 0) return null;
  return (
    <section className={styles.findingList} data-weight={weight}>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ rule, says, words, askedBy }) => (
          <li key={rule}>
            {says[language]} <WhoAsks askedBy={askedBy} />
            {words.length > 0 && <span className={styles.stumbles}> {words.join(' · ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
