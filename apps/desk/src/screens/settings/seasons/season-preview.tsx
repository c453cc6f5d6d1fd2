import type { SeasonShown } from '../../../../../../contract/seasons.ts';
import { formatCount } from '../../../../../../text/format.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import type { Period } from '../standard-fields.tsx';
import { seasonTexts } from './season-texts.ts';

const WHICH = ['firstResponse', 'conclusion'] as const;

/** The standards and words it changes, old and new in one sentence each. */
export function SeasonPreview({ changes }: Pick<SeasonShown, 'changes'>) {
  const say = useTexts(seasonTexts);
  const { language } = useSettings();
  const inWords = (period: Period | undefined) =>
    period === undefined
      ? say('preview.unset')
      : say(`period.${period.unit}`, { n: formatCount(period.amount, language) });
  const lines = changes.flatMap(({ topic, name, before, after }) =>
    WHICH.filter((which) => inWords(before[which]) !== inWords(after[which])).map((which) => ({
      key: `${topic} ${which}`,
      topic,
      sentence: say('preview.line', {
        ...{ topic: name[language], which: say(which) },
        ...{ before: inWords(before[which]), after: inWords(after[which]) },
      }),
    })),
  );
  const changed = new Set(lines.map(({ topic }) => topic)).size;
  return (
    <section aria-labelledby="season-preview">
      <h2 id="season-preview">{say('preview')}</h2>
      <p>{changed === 0 ? say('preview.none') : say('preview.lead', { n: changed })}</p>
      <ul className={styles.plainList}>
        {lines.map(({ key, sentence }) => (
          <li key={key}>{sentence}</li>
        ))}
        {changes
          .filter(({ told }) => told[language] !== '')
          .map(({ topic, name, told }) => (
            <li key={`${topic} told`}>{say('preview.told', { topic: name[language], told: told[language] })}</li>
          ))}
      </ul>
    </section>
  );
}
