import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeasonShown, Switched } from '../../../../../../contract/seasons.ts';
import { SWITCHED } from '../../../../../../contract/seasons.ts';
import { api } from '../../../kit/api.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import { seasonTexts } from './season-texts.ts';

/** Whether it is on, why, and the ways to change that: each with its reason, in the night it begins to snow too. */
export function SwitchForm({ season }: { season: SeasonShown }) {
  const say = useTexts(seasonTexts);
  const refusalText = useRefusalText();
  const { language } = useSettings();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { code, name, version, on, switched, from, to } = season;
  const change = useMutation({
    mutationFn: (wanted: Switched) =>
      api.post<SeasonShown>(`/api/v1/seasons/${code}/switch`, { to: wanted, version, reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['seasons'] }),
  });
  const open = SWITCHED.filter((each) => each !== switched && (each !== 'dates' || from !== null));
  return (
    <section className={styles.group} aria-labelledby="season-now">
      <h2 id="season-now">{say('now')}</h2>
      <p role="status">
        {say('state', { name: name[language], state: say(on ? 'now.on' : 'now.off') })}{' '}
        {switched === 'dates' ? say('switched.dates', { from: from ?? '', to: to ?? '' }) : say(`switched.${switched}`)}
      </p>
      <TextInput
        label={say('why')}
        description={say('why.hint')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(change.error)}
        </p>
      )}
      <div className={styles.acts}>
        {open.map((each) => (
          <Button
            key={each}
            variant={each === 'on' ? 'filled' : 'default'}
            aria-disabled={change.isPending}
            onClick={() => !change.isPending && change.mutate(each)}
          >
            {change.isPending ? say('switching') : say(`to.${each}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
