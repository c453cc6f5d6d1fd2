/** Whom this ladder would tell if a request came now: names, days and hours, and who had to be passed over. */
import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ladder, LadderPreview } from '../../../../../../contract/ladder.ts';
import { formatDateTime } from '../../../../../../text/format.ts';
import { useCatalogue, useDirectorates } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import { ladderTexts } from './ladder-texts.ts';

interface Props {
  scope: { id: string; group: string | null };
  ladder: Ladder;
}

export function LadderExample({ scope, ladder }: Props) {
  const say = useTexts(ladderTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const directorates = (useDirectorates().data ?? []).filter(({ active }) => active);
  const topics = (useCatalogue().data?.topics ?? []).filter(
    ({ active, code, group }) => active && (scope.id === 'all' || code === scope.id || group === scope.id),
  );
  const [topic, setTopic] = useState<string | null>(null);
  const [directorate, setDirectorate] = useState<string | null>(null);
  const chosen = topics.find(({ code }) => code === topic) ?? topics[0];
  const where = directorate ?? chosen?.directorate;
  const asked = useQuery({
    queryKey: ['ladders', 'preview', ladder, chosen?.code, where],
    queryFn: () =>
      api.post<LadderPreview>('/api/v1/ladders/preview', { ladder, topic: chosen!.code, directorate: where }),
    enabled: chosen !== undefined && where !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="ladder-example">
      <h2 id="ladder-example">{say('preview')}</h2>
      <div className={styles.line}>
        <Select
          label={say('preview.topic')}
          data={topics.map(({ code, name }) => ({ value: code, label: name[language] }))}
          searchable
          allowDeselect={false}
          value={chosen?.code ?? null}
          onChange={setTopic}
        />
        <Select
          label={say('preview.directorate')}
          data={directorates.map(({ code, name, nameEn }) => ({
            value: code,
            label: language === 'tr' ? name : nameEn,
          }))}
          searchable
          allowDeselect={false}
          value={where ?? null}
          onChange={setDirectorate}
        />
      </div>
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      {asked.data?.clocks.length === 0 && <p>{say('preview.none')}</p>}
      {asked.data?.clocks.map((clock) => (
        <Clock key={clock.clock} {...clock} />
      ))}
    </section>
  );
}

function Clock({ clock, dueAt, rungs }: LadderPreview['clocks'][number]) {
  const say = useTexts(ladderTexts);
  const { language } = useSettings();
  const time = (at: string) => formatDateTime(new Date(at), language, { short: true });
  const peopleOf = ({ people }: (typeof rungs)[number]) =>
    people
      .map(({ name, inPlaceOf }) => (inPlaceOf === null ? name : say('preview.inPlaceOf', { name, absent: inPlaceOf })))
      .join(', ') || say('preview.nobody');
  return (
    <>
      <h3>{say('preview.due', { clock: say(`clock.${clock}`), time: time(dueAt) })}</h3>
      <ul className={styles.plainList}>
        {rungs.map((one, place) => (
          <li key={place}>
            {say('preview.line', { time: time(one.at), who: say(`who.${one.rung.who}`), people: peopleOf(one) })}
            {one.passed.length > 0 && (
              <span className="hs-meta">
                {' · '}
                {one.passed
                  .map(({ height, because }) =>
                    say('preview.passed', { who: say(`who.${height}`), why: say(`because.${because}`) }),
                  )
                  .join('; ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
