import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { PASSWORD_LENGTH } from '../../../../contract/password-length.ts';
import { isRefusal } from '../kit/refusal.ts';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { changePassword } from '../kit/session.ts';
import type { Say } from '../kit/texts.ts';
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
          {whatIsWrong(change.error, say) ?? refusalText(change.error)}
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
        description={say('rule', PASSWORD_LENGTH)}
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

/** The server tells a wrong current password like a wrong sign-in, and what is wrong with the new one by a word of its own. */
function whatIsWrong(error: Error, say: Say<(typeof passwordTexts)['tr']>): string | undefined {
  if (isRefusal(error, 'sign-in-failed')) return say('current-wrong');
  const problem = isRefusal(error, 'input-invalid') ? String(error.details.problem) : '';
  return Object.hasOwn(passwordTexts.tr, problem) ? say(problem as 'too-short', PASSWORD_LENGTH) : undefined;
}
