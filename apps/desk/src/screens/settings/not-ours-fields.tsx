import { Checkbox, TextInput } from '@mantine/core';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import type { TopicPart } from './topic-part.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

/** Whom to call when it is somebody else's duty: said on the portal and shown to the person on the phone. */
export function NotOursFields({ topic: { notOurs }, write }: TopicPart) {
  const say = useTexts(topicTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{say('notOurs')}</legend>
      <Checkbox
        label={say('notOurs.is')}
        checked={notOurs !== undefined}
        onChange={(event) =>
          write({
            notOurs: event.currentTarget.checked
              ? { body: { tr: '', en: '' }, phone: '', hours: '', shared: false }
              : undefined,
          })
        }
      />
      {notOurs && (
        <>
          <BothLanguages
            label={say('notOurs.body')}
            long
            maxLength={500}
            value={notOurs.body}
            onWrite={(body) => write({ notOurs: { ...notOurs, body } })}
          />
          <div className={styles.two}>
            <TextInput
              label={say('notOurs.phone')}
              maxLength={20}
              value={notOurs.phone}
              onChange={(event) => write({ notOurs: { ...notOurs, phone: event.currentTarget.value } })}
            />
            <TextInput
              label={say('notOurs.hours')}
              maxLength={60}
              value={notOurs.hours}
              onChange={(event) => write({ notOurs: { ...notOurs, hours: event.currentTarget.value } })}
            />
          </div>
          <BothLanguages
            label={say('notOurs.have')}
            maxLength={200}
            value={notOurs.have ?? { tr: '', en: '' }}
            onWrite={(have) => write({ notOurs: { ...notOurs, have: have.tr + have.en === '' ? undefined : have } })}
          />
          <Checkbox
            label={say('notOurs.shared')}
            checked={notOurs.shared}
            onChange={(event) => write({ notOurs: { ...notOurs, shared: event.currentTarget.checked } })}
          />
        </>
      )}
    </fieldset>
  );
}
