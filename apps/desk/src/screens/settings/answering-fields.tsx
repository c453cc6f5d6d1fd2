import { NativeSelect, NumberInput } from '@mantine/core';
import type { Answering, Approval } from '../../../../../contract/answering.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import type { TopicPart } from './topic-part.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    title: 'Yanıtı',
    approval: 'Yanıtları kim onaylar?',
    'approval.none': 'Konu istemez; müdürlüğün ve kanunun dediği olur',
    'approval.manager': 'Müdür',
    'approval.deputy-mayor': 'Müdür, sonra başkan yardımcısı',
    askDays: 'Sorumuzu kaç günde yanıtlasın?',
    'askDays.hint': 'Takvim günü. Boşsa belediyenin süresi.',
    photo: '“Yapıldı” demek için fotoğraf',
    'photo.none': 'Gerekmez',
    'photo.advised': 'İyi olur; yoksa uyarılır',
    'photo.required': 'Gerekir; yoksa gönderilmez',
  },
  {
    title: 'Its answers',
    approval: 'Who approves answers?',
    'approval.none': 'The topic asks for none; directorate and law decide',
    'approval.manager': 'The manager',
    'approval.deputy-mayor': 'The manager, then the deputy mayor',
    askDays: 'Days to answer a question of ours',
    'askDays.hint': 'Calendar days. Empty: the municipality’s.',
    photo: 'A photo for “done”',
    'photo.none': 'Not needed',
    'photo.advised': 'Would help; a missing one is pointed out',
    'photo.required': 'Needed; without one nothing is sent',
  },
);

const APPROVALS = ['none', 'manager', 'deputy-mayor'] as const;
const PHOTOS = ['none', 'advised', 'required'] as const;

/** What the municipality asks of the answers to this topic. */
export function AnsweringFields({ topic, write }: TopicPart) {
  const say = useTexts(texts);
  const answering = topic.answering ?? {};
  const change = (part: Answering) => write({ answering: { ...answering, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend>{say('title')}</legend>
      <div className={styles.two}>
        <NativeSelect
          label={say('approval')}
          value={answering.approval ?? 'none'}
          data={APPROVALS.map((value) => ({ value, label: say(`approval.${value}`) }))}
          onChange={(event) => change({ approval: event.currentTarget.value as Approval })}
        />
        <NativeSelect
          label={say('photo')}
          value={answering.evidencePhoto ?? 'none'}
          data={PHOTOS.map((value) => ({ value, label: say(`photo.${value}`) }))}
          onChange={(event) =>
            change({ evidencePhoto: event.currentTarget.value as NonNullable<Answering['evidencePhoto']> })
          }
        />
        <NumberInput
          label={say('askDays')}
          description={say('askDays.hint')}
          min={1}
          max={90}
          allowDecimal={false}
          value={answering.askDays ?? ''}
          onChange={(days) => change({ askDays: typeof days === 'number' ? days : undefined })}
        />
      </div>
    </fieldset>
  );
}
