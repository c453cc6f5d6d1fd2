/** What the caller can be told of the municipality's own work at their place: what comes, what was missed, what was done. One sentence each. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlannedNear as Near } from '../../../../contract/planned-work.ts';
import { formatDay } from '../../../../text/format.ts';
import { api } from '../kit/api.ts';
import { useNews } from '../kit/live.ts';
import { useSettings } from '../kit/settings.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import styles from './planned-near.module.css';

const texts = defineTexts(
  {
    'place.neighbourhood': 'Bu mahallede',
    'place.area': 'Bu bölgede',
    'place.everywhere': 'Bütün ilçede',
    ahead: '{place} planlı: {job}, {day}.',
    late: '{place} planlıydı, henüz yapıldı denmedi: {job}, {day}.',
    done: '{place} yapıldı: {job}, {day}.',
    at: '{job} ({street})',
    instead: '{day} ({before} yerine)',
  },
  {
    'place.neighbourhood': 'In this neighbourhood',
    'place.area': 'In this area',
    'place.everywhere': 'In the whole district',
    ahead: '{place} it is planned: {job}, {day}.',
    late: '{place} it was planned and is not called done yet: {job}, {day}.',
    done: '{place} it was done: {job}, {day}.',
    at: '{job} ({street})',
    instead: '{day} (instead of {before})',
  },
);

interface Props {
  /** Null: not known yet, and nothing is asked. */
  topic: string | null;
  neighbourhood: number | null;
}

export function PlannedNear({ topic, neighbourhood }: Props) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const queries = useQueryClient();
  useNews('planned', () => void queries.invalidateQueries({ queryKey: ['planned-near'] }));
  const { data = [] } = useQuery({
    queryKey: ['planned-near', topic, neighbourhood],
    queryFn: ({ signal }) => api.get<Near>('/api/v1/planned-jobs/near', { topic, neighbourhood }, signal),
    enabled: topic !== null && neighbourhood !== null,
    staleTime: 60_000,
  });
  const sentence = ({ kind, place, title, street, day, insteadOf }: Near[number]) =>
    say(kind, {
      place: say(`place.${place}`),
      job: street === '' ? title : say('at', { job: title, street }),
      day:
        insteadOf === null
          ? formatDay(day, language)
          : say('instead', { day: formatDay(day, language), before: formatDay(insteadOf, language) }),
    });
  return (
    <div aria-live="polite" className={styles.near}>
      {data.map((heard) => (
        <p key={`${heard.planId} ${heard.kind}`} data-planned={heard.kind}>
          {sentence(heard)}
        </p>
      ))}
    </div>
  );
}
