import { SegmentedControl, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { savePreferences, useMe } from '../../kit/session.ts';
import { useSettings } from '../../kit/settings.ts';
import type { Settings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { PasswordForm } from '../../shell/password-form.tsx';
import { OwnAbsences } from '../absences/own-absences.tsx';
import { profileTexts } from './profile-texts.ts';
import styles from './profile-screen.module.css';

/** How the desk looks and sounds to this person, and their password. */
export function ProfileScreen() {
  const say = useTexts(profileTexts);
  const me = useMe();
  const chosen = useSettings();
  const save = useMutation({ mutationFn: (change: Partial<Settings>) => savePreferences(change) });
  const refusalText = useRefusalText();
  return (
    <div className={styles.page}>
      <header>
        <h1>{me.name}</h1>
        <p className="hs-meta">
          {me.username} · {me.roleName[chosen.language]}
          {me.directorate === null ? '' : ` · ${me.directorate}`}
        </p>
      </header>
      {save.isError && <p className="hs-problem">{refusalText(save.error)}</p>}
      <Choice label={say('language')}>
        <SegmentedControl
          aria-label={say('language')}
          value={chosen.language}
          data={[
            { value: 'tr', label: 'Türkçe' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => save.mutate({ language: value as Settings['language'] })}
        />
      </Choice>
      <Choice label={say('theme')}>
        <SegmentedControl
          aria-label={say('theme')}
          value={chosen.theme}
          data={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: say(`theme.${value}`) }))}
          onChange={(value) => save.mutate({ theme: value as Settings['theme'] })}
        />
      </Choice>
      <Choice label={say('density')}>
        <SegmentedControl
          aria-label={say('density')}
          value={chosen.density}
          data={(['normal', 'dense'] as const).map((value) => ({ value, label: say(`density.${value}`) }))}
          onChange={(value) => save.mutate({ density: value as Settings['density'] })}
        />
      </Choice>
      <Choice label={say('keys')}>
        <Switch
          checked={chosen.singleKeys}
          label={say('keys.what')}
          onChange={(event) => save.mutate({ singleKeys: event.currentTarget.checked })}
        />
      </Choice>
      <Choice label={say('absence')}>
        <OwnAbsences />
      </Choice>
      <PasswordForm />
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <h2>{label}</h2>
      <div>{children}</div>
    </div>
  );
}
