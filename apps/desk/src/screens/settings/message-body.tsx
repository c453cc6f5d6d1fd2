/** The words of a message while they are written: its fields by a button, and below how it arrives, with its parts and price. */
import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TextTrial, TextTried } from '../../../../../contract/messages.ts';
import { formatMoney } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    fields: 'Alan ekle:',
    'field.no': 'başvuru numarası',
    'field.date': 'söz verilen gün',
    'field.link': 'izleme bağlantısı',
    'field.form': 'formun bağlantısı',
    'field.phone': 'çağrı merkezi',
    'field.municipality': 'belediyenin adı',
    cost: '{segments} SMS · {characters} karakter · {left} karakter yer var · yaklaşık {cost}',
    tooLong: 'Sağlayıcının kabul ettiğinden uzun: {characters} karakter.',
    'problem.empty': 'Metin boş.',
    'problem.too-long': 'Metin çok uzun.',
    'problem.unknown-field': 'Böyle bir alan yok: {field}',
    'problem.suffix-glued': 'Alana ek takılmış: {field}. Ek her değere uymaz; cümleyi eksiz kurun.',
    'problem.glued-before': 'Alan sözcüğe bitişik: {field}.',
    'problem.brace-open': 'Ayraç eksik ya da fazla: alan iki ayraçla açılır, iki ayraçla kapanır.',
    'problem.topic-named': 'Konunun adı yazılmış: {field}. Telefon başkasının elinde olabilir.',
    'problem.number-missing': 'Başvuru numarası eksik: onsuz vatandaş soramaz.',
    'problem.link-missing': 'Formun bağlantısı eksik: ileti onun için gider.',
  },
  {
    fields: 'Add a field:',
    'field.no': 'tracking number',
    'field.date': 'promised day',
    'field.link': 'tracking link',
    'field.form': 'link to the form',
    'field.phone': 'call centre',
    'field.municipality': "municipality's name",
    cost: '{segments} SMS · {characters} characters · room for {left} more · about {cost}',
    tooLong: 'Longer than the provider takes: {characters} characters.',
    'problem.empty': 'The text is empty.',
    'problem.too-long': 'The text is too long.',
    'problem.unknown-field': 'There is no such field: {field}',
    'problem.suffix-glued':
      'A suffix is glued to a field: {field}. It does not fit every value; word the sentence without it.',
    'problem.glued-before': 'The field touches a word: {field}.',
    'problem.brace-open': 'A brace is missing or too many: a field opens and closes with two.',
    'problem.topic-named': 'It says the topic: {field}. The phone may be in other hands.',
    'problem.number-missing': 'The tracking number is missing: without it a citizen cannot ask.',
    'problem.link-missing': 'The link to the form is missing: the message is there for it.',
  },
);

const FIELDS = [
  { field: 'no', name: 'no' },
  { field: 'date', name: 'date' },
  { field: 'link', name: 'link' },
  { field: 'phone', name: 'phone' },
  { field: 'municipality', name: 'municipality' },
] as const;
/** What a text about no request may mention. */
const FIELDS_FOR_CALLER = [{ field: 'link', name: 'form' }, ...FIELDS.slice(3)] as const;

interface Props {
  text: TextTried;
  label: string;
  onWrite: (body: string) => void;
}

export function MessageBody({ text, label, onWrite }: Props) {
  const say = useTexts(texts);
  const area = useRef<HTMLTextAreaElement>(null);
  const { key, language, body } = text;
  const insert = (field: string) => {
    const at = area.current?.selectionStart ?? body.length;
    onWrite(`${body.slice(0, at)}{{${field}}}${body.slice(at)}`);
    area.current?.focus();
  };
  return (
    <>
      <Textarea
        ref={area}
        label={label}
        lang={language}
        autosize
        minRows={3}
        maxLength={5000}
        value={body}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      <div className={styles.line}>
        <span>{say('fields')}</span>
        {(key === 'foi-form-link' ? FIELDS_FOR_CALLER : FIELDS).map(({ field, name }) => (
          <Button key={field} size="compact-sm" onClick={() => insert(field)}>
            {say(`field.${name}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** As it arrives, with its parts and price, while it is being written. */
export function MessageTrial({
  text: { key, channel, language: written, subject, body, topics },
  title,
}: {
  text: TextTried;
  /** Left out: that this is what the citizen sees. */
  title?: string;
}) {
  const say = useTexts(texts);
  const sayAny = useTexts(settingTexts);
  const { language } = useSettings();
  const [tried] = useDebouncedValue(JSON.stringify({ key, channel, language: written, subject, body, topics }), 250);
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
      <h3>{title ?? sayAny('preview')}</h3>
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
            {field === undefined
              ? say(`problem.${problem as 'empty'}`)
              : say(`problem.${problem as 'unknown-field'}`, { field })}
          </p>
        ))}
      </div>
    </section>
  );
}
