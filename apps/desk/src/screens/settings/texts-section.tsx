import { Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TextTrial, TextView } from '../../../../../contract/messages.ts';
import { formatMoney } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { nameOfText, textNames } from '../messages/text-names.ts';
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
    fields: 'Alan ekle:',
    'field.no': 'başvuru numarası',
    'field.date': 'söz verilen gün',
    'field.link': 'izleme bağlantısı',
    'field.form': 'formun bağlantısı',
    'field.phone': 'çağrı merkezi',
    'field.municipality': 'belediyenin adı',
    rule: 'Konu, adres, ad ve borç yazılmaz: telefon başkasının elinde olabilir.',
    cost: '{segments} SMS · {characters} karakter · {left} karakter yer var · yaklaşık {cost}',
    tooLong: 'Sağlayıcının kabul ettiğinden uzun: {characters} karakter.',
    'problem.empty': 'Metin boş.',
    'problem.too-long': 'Metin çok uzun.',
    'problem.unknown-field': 'Böyle bir alan yok: {field}',
    'problem.number-missing': 'Başvuru numarası eksik: onsuz vatandaş soramaz.',
    'problem.link-missing': 'Formun bağlantısı eksik: ileti onun için gider.',
  },
  {
    sms: 'SMS',
    email: 'E-mail',
    subject: 'Subject line',
    body: 'Text',
    fields: 'Add a field:',
    'field.no': 'tracking number',
    'field.date': 'promised day',
    'field.link': 'tracking link',
    'field.form': 'link to the form',
    'field.phone': 'call centre',
    'field.municipality': "municipality's name",
    rule: 'No topic, address, name or debt: the phone may be in other hands.',
    cost: '{segments} SMS · {characters} characters · room for {left} more · about {cost}',
    tooLong: 'Longer than the provider takes: {characters} characters.',
    'problem.empty': 'The text is empty.',
    'problem.too-long': 'The text is too long.',
    'problem.unknown-field': 'There is no such field: {field}',
    'problem.number-missing': 'The tracking number is missing: without it a citizen cannot ask.',
    'problem.link-missing': 'The link to the form is missing: the message is there for it.',
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

const FIELDS = [
  { field: 'no', name: 'no' },
  { field: 'date', name: 'date' },
  { field: 'link', name: 'link' },
  { field: 'phone', name: 'phone' },
  { field: 'municipality', name: 'municipality' },
] as const;
/** What a text about no request may mention. */
const FIELDS_FOR_CALLER = [{ field: 'link', name: 'form' }, ...FIELDS.slice(3)] as const;

function TextDocument({ saved }: { saved: TextView }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const area = useRef<HTMLTextAreaElement>(null);
  const { value, write, undo } = useEdit(saved);
  const path = `/api/v1/texts/${saved.key}/${saved.channel}/${saved.language}`;
  const save = usePublish((reason) => api.put<TextView>(path, { subject: value.subject, body: value.body, reason }), {
    keys: ['texts'],
    onSaved: undo,
  });
  const insert = (field: string) => {
    const at = area.current?.selectionStart ?? value.body.length;
    write({ body: `${value.body.slice(0, at)}{{${field}}}${value.body.slice(at)}` });
    area.current?.focus();
  };
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
      <Textarea
        ref={area}
        label={say('body')}
        lang={saved.language}
        autosize
        minRows={3}
        maxLength={5000}
        value={value.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
      />
      <div className={styles.line}>
        <span>{say('fields')}</span>
        {(saved.key === 'foi-form-link' ? FIELDS_FOR_CALLER : FIELDS).map(({ field, name }) => (
          <Button key={field} size="compact-sm" onClick={() => insert(field)}>
            {say(`field.${name}`)}
          </Button>
        ))}
      </div>
      <Trial text={value} />
      <Publish before={saved} after={value} save={save} onUndo={undo} />
      <RevisionList path={`${path}/revisions`} version={saved.version} />
    </div>
  );
}

/** As it arrives, with its parts and price, while it is being written. */
function Trial({ text: { key, channel, language: written, subject, body } }: { text: TextView }) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const [tried] = useDebouncedValue(JSON.stringify({ key, channel, language: written, subject, body }), 250);
  const { data } = useQuery({
    queryKey: ['text-tried', tried],
    queryFn: () => api.post<TextTrial>('/api/v1/texts/try', JSON.parse(tried)),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (data === undefined) return null;
  const { sms, problems } = data;
  return (
    <section aria-live="polite">
      <h2>{sayAny('preview')}</h2>
      <div className={styles.preview}>
        {data.subject !== null && <strong>{data.subject}</strong>}
        <p className={styles.bubble}>{data.body}</p>
        {sms && (
          <p className={sms.tooLong ? 'hs-problem' : 'hs-meta'}>
            {sms.tooLong ? say('tooLong', sms) : say('cost', { ...sms, cost: formatMoney(sms.costKurus, language) })}
          </p>
        )}
        {problems.map(({ problem, field }) => (
          <p key={`${problem} ${field ?? ''}`} className="hs-problem">
            {problem === 'unknown-field'
              ? say('problem.unknown-field', { field: field ?? '' })
              : say(`problem.${problem}`)}
          </p>
        ))}
      </div>
    </section>
  );
}
