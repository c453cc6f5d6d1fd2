import { useQuery } from '@tanstack/react-query';
import type { TopicTraining } from '../../../../../contract/catalogue.ts';
import { formatCount, formatDay, formatPercent } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    title: 'Konu önerileri ne kadar doğru',
    how: 'Her gece, düzeltilen konulardan öğrenilir; doğruluk, hiç öğrenilmeyen beşte bir başvuruyla ölçülür. Daha kötü olacak bir öğrenme kullanılmaz.',
    none: 'Henüz ölçülmedi: ilk ölçüm, düzeltilen ya da sonuçlanan başvurular olunca gece yapılır.',
    day: 'Gün',
    lessons: 'Öğrenilen',
    measuredOn: 'Ölçülen',
    first: 'İlk öneri doğru',
    firstThree: 'İlk üçte doğru',
    taken: 'Kullanımda',
    share: '{before} → {after}',
    yes: 'Alındı',
    no: 'Alınmadı',
  },
  {
    title: 'How right the topic suggestions are',
    how: 'Every night it learns from corrected topics; accuracy is measured on the fifth of requests nothing is learned from. What would be worse is not taken into use.',
    none: 'Not measured yet: the first measuring is done at night, once requests were corrected or concluded.',
    day: 'Day',
    lessons: 'Learned from',
    measuredOn: 'Measured on',
    first: 'First one right',
    firstThree: 'Right among three',
    taken: 'In use',
    share: '{before} → {after}',
    yes: 'Taken',
    no: 'Not taken',
  },
);

/** What the suggestions are worth, before and after each night's learning, with the number of requests that says it. */
export function TopicAccuracy() {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const asked = useQuery({
    queryKey: ['topic-accuracy'],
    queryFn: ({ signal }) => api.get<TopicTraining[]>('/api/v1/topics/accuracy', {}, signal),
  });
  return (
    <section className={styles.document}>
      <p className="hs-meta">{sayAny('pick')}</p>
      <h2>{say('title')}</h2>
      <p className="hs-meta">{say('how')}</p>
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      {asked.data?.length === 0 && <p>{say('none')}</p>}
      {asked.data !== undefined && asked.data.length > 0 && <Trainings list={asked.data} />}
    </section>
  );
}

const COLUMNS = ['day', 'lessons', 'measuredOn', 'first', 'firstThree', 'taken'] as const;

function Trainings({ list }: { list: readonly TopicTraining[] }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const share = (before: number, after: number) =>
    say('share', { before: formatPercent(before, 1, { language }), after: formatPercent(after, 1, { language }) });
  return (
    <div className={styles.scroll} role="region" aria-label={say('title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((each) => (
            <tr key={each.id}>
              <td>{formatDay(new Date(each.trainedAt), language)}</td>
              <td>{formatCount(each.lessons, language)}</td>
              <td>{formatCount(each.measuredOn, language)}</td>
              <td>{share(each.firstBefore, each.firstAfter)}</td>
              <td>{share(each.firstThreeBefore, each.firstThreeAfter)}</td>
              <td>{say(each.taken ? 'yes' : 'no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
