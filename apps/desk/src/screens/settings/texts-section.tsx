import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TextView } from '../../../../../contract/messages.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { nameOfText, textNames } from '../messages/text-names.ts';
import { MessageBody, MessageTrial } from './message-body.tsx';
import { Publish } from './publish.tsx';
import { RevisionList } from './revision-list.tsx';
import { SectionFrame } from './section-frame.tsx';
import { settingTexts } from './setting-texts.ts';
import { useEdit, usePublish } from './use-edit.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    sms: 'SMS',
    email: 'E-posta',
    subject: 'Konu satırı',
    body: 'Metin',
    rule: 'Konu, adres, ad ve borç yazılmaz: telefon başkasının elinde olabilir.',
  },
  {
    sms: 'SMS',
    email: 'E-mail',
    subject: 'Subject line',
    body: 'Text',
    rule: 'No topic, address, name or debt: the phone may be in other hands.',
  },
);

/** In the order of a request's life; within one text SMS first, Turkish first. */
function inOrder(list: readonly TextView[]): TextView[] {
  const place = ({ key, channel, language }: TextView) =>
    Object.keys(textNames.tr).indexOf(key) * 4 + (channel === 'sms' ? 0 : 2) + (language === 'tr' ? 0 : 1);
  return list.toSorted((left, right) => place(left) - place(right));
}

const idOf = ({ key, channel, language }: TextView) => `${key}.${channel}.${language}`;

/** The words of every SMS and e-mail. */
export function TextsSection({ item }: { item: string | undefined }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const asked = useQuery({
    queryKey: ['texts'],
    queryFn: ({ signal }) => api.get<TextView[]>('/api/v1/texts', {}, signal),
  });
  const open = asked.data?.find((text) => idOf(text) === item);
  return (
    <SectionFrame
      section="texts"
      items={
        asked.data &&
        inOrder(asked.data).map((text) => ({
          id: idOf(text),
          label: nameOfText(text.key, language),
          more: `${say(text.channel)} · ${sayAny(text.language)}`,
        }))
      }
      openId={item}
      error={asked.error}
    >
      {open && <TextDocument key={item} saved={open} />}
    </SectionFrame>
  );
}

function TextDocument({ saved }: { saved: TextView }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const { value, write, undo } = useEdit(saved);
  const path = `/api/v1/texts/${saved.key}/${saved.channel}/${saved.language}`;
  const save = usePublish((reason) => api.put<TextView>(path, { subject: value.subject, body: value.body, reason }), {
    keys: ['texts'],
    onSaved: undo,
  });
  const { version: _, ...tried } = value;
  return (
    <div className={styles.document}>
      <header>
        <h1>{nameOfText(saved.key, language)}</h1>
        <p className="hs-meta">
          {say(saved.channel)} · {sayAny(saved.language)} · {say('rule')}
        </p>
      </header>
      {value.channel === 'email' && (
        <TextInput
          label={say('subject')}
          maxLength={200}
          value={value.subject ?? ''}
          onChange={(event) => write({ subject: event.currentTarget.value })}
        />
      )}
      <MessageBody text={tried} label={say('body')} onWrite={(body) => write({ body })} />
      <MessageTrial text={tried} />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path={`${path}/revisions`} version={saved.version} />
    </div>
  );
}
