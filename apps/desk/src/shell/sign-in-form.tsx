import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { signIn } from '../kit/session.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import styles from './sign-in.module.css';

const texts = defineTexts(
  {
    username: 'Kullanıcı adı',
    password: 'Parola',
    signIn: 'Giriş yap',
    busy: 'Giriş yapılıyor…',
    empty: 'Kullanıcı adınızı ve parolanızı yazın.',
    forgot: 'Parolanızı unuttuysanız yöneticiniz yenisini verir.',
    show: 'Parolayı göster ya da gizle',
  },
  {
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    busy: 'Signing in…',
    empty: 'Write your user name and your password.',
    forgot: 'If you forgot your password, your administrator gives you a new one.',
    show: 'Show or hide the password',
  },
);

/** The same form on the first page and in the dialog over a page whose sign-in ran out. */
export function SignInForm({ username = '' }: { username?: string }) {
  const say = useTexts(texts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ username, password: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (given.username.trim() === '' || given.password === '') return setProblem(say('empty'));
    setBusy(true);
    try {
      await signIn(queries, { username: given.username.trim(), password: given.password });
    } catch (error) {
      setProblem(refusalText(error));
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem !== null && (
        <p className="hs-problem" role="alert">
          {problem}
        </p>
      )}
      <TextInput
        label={say('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus={username === '' || undefined}
        autoFocus={username === ''}
        value={given.username}
        onChange={(event) => setGiven({ ...given, username: event.currentTarget.value })}
      />
      <PasswordInput
        label={say('password')}
        name="password"
        autoComplete="current-password"
        data-autofocus={username !== '' || undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
        value={given.password}
        onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
      />
      <Button type="submit" variant="filled" fullWidth>
        {busy ? say('busy') : say('signIn')}
      </Button>
      <p className="hs-meta">{say('forgot')}</p>
    </form>
  );
}
