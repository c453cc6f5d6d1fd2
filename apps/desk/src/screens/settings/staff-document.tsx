import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { PASSWORD_LENGTH } from '../../../../../contract/password-length.ts';
import type { NewStaffMember, StaffChange, StaffMember } from '../../../../../contract/staff.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { useFaultWords } from './fault-words.ts';
import type { Post } from './post-fields.tsx';
import { PostFields } from './post-fields.tsx';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    newTitle: 'Yeni çalışan',
    username: 'Kullanıcı adı',
    'username.hint': 'Küçük harf (a–z), rakam, nokta, çizgi',
    password: 'İlk parola',
    'password.new': 'Yeni parola ver (boşsa değişmez)',
    'password.hint': 'En az {shortest} karakter. İlk girişte kendisi değiştirir.',
    active: 'Giriş yapabilir',
    add: 'Ekle',
    save: 'Kaydet',
    saving: 'Kaydediliyor…',
    saved: 'Kaydedildi.',
    mustChange: 'İlk girişte parolasını değiştirecek.',
    taken: 'Bu kullanıcı adı başkasının.',
    handOver: 'İşlerini devret…',
    'handOver.counts': 'Açık iş: {part}. Taslak: {draft}. Vekâlet: {standIn}.',
  },
  {
    newTitle: 'New staff member',
    username: 'User name',
    'username.hint': 'Small letters (a–z), digits, dot, dash',
    password: 'First password',
    'password.new': 'Give a new password (empty: unchanged)',
    'password.hint': 'At least {shortest} characters. They replace it at the first sign-in.',
    active: 'May sign in',
    add: 'Add',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
    mustChange: 'Will change the password at the first sign-in.',
    taken: 'Somebody else has this user name.',
    handOver: 'Hand their work over…',
    'handOver.counts': 'Open work: {part}. Drafts: {draft}. Posts to stand in for: {standIn}.',
  },
);

interface NewProps {
  onSaved: (id: string) => void;
}

export function NewStaffDocument({ onSaved }: NewProps) {
  const say = useTexts(texts);
  const queries = useQueryClient();
  const [given, setGiven] = useState<NewStaffMember & Post>({
    ...{
      username: '',
      name: '',
      email: null,
      role: 'agent',
      directorate: null,
      unit: null,
      looksAfter: [],
      password: '',
    },
  });
  const save = useMutation({
    mutationFn: () => api.post<StaffMember>('/api/v1/staff', given),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['staff'] });
      onSaved(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className={styles.document} onSubmit={submit} noValidate>
      <h1>{say('newTitle')}</h1>
      <TextInput
        label={say('username')}
        description={say('username.hint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={given.username}
        onChange={(event) => setGiven({ ...given, username: event.currentTarget.value })}
      />
      <PostFields post={given} onWrite={(part) => setGiven({ ...given, ...part })} />
      <TextInput
        label={say('password')}
        description={say('password.hint', PASSWORD_LENGTH)}
        autoComplete="off"
        spellCheck={false}
        value={given.password}
        onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
      />
      <Problem error={save.error} />
      <div>
        <Button type="submit" variant="filled">
          {save.isPending ? say('saving') : say('add')}
        </Button>
      </div>
    </form>
  );
}

/** Nobody is deleted, because histories name them: an account is closed. */
export function StaffDocument({ saved }: { saved: StaffMember }) {
  const say = useTexts(texts);
  const queries = useQueryClient();
  const [post, setPost] = useState<Post & { active: boolean }>(saved);
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: () => {
      const { name, email, role, directorate, unit, looksAfter, active } = post;
      const change: StaffChange = { version: saved.version, name, email, role, directorate, unit, looksAfter, active };
      return api.patch<StaffMember>(`/api/v1/staff/${saved.id}`, { ...change, ...(password !== '' && { password }) });
    },
    onSuccess: async () => {
      setPassword('');
      await queries.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className={styles.document} onSubmit={submit} noValidate>
      <header>
        <h1>{saved.name}</h1>
        <p className="hs-meta">
          {saved.username}
          {saved.mustChangePassword ? ` · ${say('mustChange')}` : ''}
        </p>
      </header>
      <PostFields post={post} onWrite={(part) => setPost({ ...post, ...part })} />
      <Checkbox
        label={say('active')}
        checked={post.active}
        onChange={(event) => setPost({ ...post, active: event.currentTarget.checked })}
      />
      <TextInput
        label={say('password.new')}
        description={say('password.hint', PASSWORD_LENGTH)}
        autoComplete="off"
        spellCheck={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Problem error={save.error} />
      <p>
        {isRefusal(save.error, 'work-in-hand') && `${say('handOver.counts', countsIn(save.error.details))} `}
        <Link to={`/devir/${saved.id}` as string}>{say('handOver')}</Link>
      </p>
      <div className={styles.line}>
        <Button type="submit" variant="filled">
          {save.isPending ? say('saving') : say('save')}
        </Button>
        <span role="status">{save.isSuccess ? say('saved') : ''}</span>
      </div>
    </form>
  );
}

function countsIn({ part, draft, standIn }: Record<string, unknown>) {
  return { part: Number(part), draft: Number(draft), standIn: Number(standIn) };
}

function Problem({ error }: { error: Error | null }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const faultWords = useFaultWords();
  if (error === null) return null;
  const faults = faultWords(error);
  const sentence = isRefusal(error, 'already-exists')
    ? say('taken')
    : isRefusal(error, 'changed-meanwhile')
      ? sayAny('conflict')
      : refusalText(error);
  return (
    <p className="hs-problem" role="alert">
      {sentence} {faults.join(', ')}
    </p>
  );
}
