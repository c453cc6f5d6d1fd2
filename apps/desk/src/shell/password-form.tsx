import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { changePassword } from '../kit/session.ts';
import { useTexts } from '../kit/texts.ts';
import { passwordTexts } from './password-texts.ts';
import styles from './password-form.module.css';

/** Changes one's own password; on the profile, and before anything else where a first one must be replaced. */
export function PasswordForm() {
  const say = useTexts(passwordTexts);
  const refusalText = useRefusalText();
  const [given, setGiven] = useState({ current: '', next: '' });
  const change = useMutation({
    mutationFn: () => changePassword(given),
    onSuccess: () => setGiven({ current: '', next: '' }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className={styles.password} onSubmit={submit} noValidate>
      <h2>{say('title')}</h2>
      {change.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(change.error)}
        </p>
      )}
      <PasswordInput
        label={say('current')}
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
        autoComplete="current-password"
        value={given.current}
        onChange={(event) => setGiven({ ...given, current: event.currentTarget.value })}
      />
      <PasswordInput
        label={say('next')}
        description={say('rule')}
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
        autoComplete="new-password"
        value={given.next}
        onChange={(event) => setGiven({ ...given, next: event.currentTarget.value })}
      />
      <Button type="submit">{say('change')}</Button>
      <p role="status">{change.isSuccess ? say('changed') : ''}</p>
    </form>
  );
}
