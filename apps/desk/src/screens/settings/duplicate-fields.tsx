import { NativeSelect, TextInput } from '@mantine/core';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import type { TopicPart } from './topic-part.ts';
import styles from './settings.module.css';

const texts = defineTexts(
  {
    title: 'Aynı sorun önerisi',
    hint: 'Yakında benzer kayıt, bu uzaklık ve süre içinde aynı sorun olarak önerilir; karar her zaman insanındır.',
    never: 'Gizli konularda ve kimliği saklı olanlarda hiçbir zaman önerilmez.',
    how: 'Ne kadar yakını ve yenisi önerilsin?',
    'how.usual': 'Konu grubunda olağan olan',
    'how.own': 'Bu konuya özel',
    'how.never': 'Hiç önerilmesin',
    metres: 'Metre (10–2000)',
    days: 'Gün (1–365)',
  },
  {
    title: 'Suggested as the same problem',
    hint: 'Similar records within this distance and time are suggested as the same problem; people decide.',
    never: 'For restricted topics and secret identities nothing is ever suggested.',
    how: 'How near and how recent?',
    'how.usual': 'As usual in its group',
    'how.own': "The topic's own",
    'how.never': 'Never suggested',
    metres: 'Metres (10–2000)',
    days: 'Days (1–365)',
  },
);

const FIRST = { metres: 100, days: 30 };

/** When two requests on this topic are suggested as one problem. */
export function DuplicateFields({ topic, write }: TopicPart) {
  const say = useTexts(texts);
  const { duplicates, restricted, identitySecret } = topic;
  const how = duplicates === undefined ? 'usual' : duplicates === 'never' ? 'never' : 'own';
  return (
    <fieldset className={styles.group}>
      <legend>{say('title')}</legend>
      <p className="hs-meta">{restricted || identitySecret ? say('never') : say('hint')}</p>
      {!restricted && !identitySecret && (
        <div className={styles.line}>
          <NativeSelect
            label={say('how')}
            value={how}
            data={(['usual', 'own', 'never'] as const).map((value) => ({ value, label: say(`how.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              write({ duplicates: value === 'own' ? FIRST : value === 'never' ? 'never' : undefined })
            }
          />
          {duplicates !== undefined &&
            duplicates !== 'never' &&
            (['metres', 'days'] as const).map((field) => (
              <TextInput
                key={field}
                label={say(field)}
                inputMode="numeric"
                w="8rem"
                value={String(duplicates[field])}
                onChange={(event) =>
                  write({
                    duplicates: {
                      ...duplicates,
                      [field]: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 4)),
                    },
                  })
                }
              />
            ))}
        </div>
      )}
    </fieldset>
  );
}
