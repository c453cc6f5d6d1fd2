import { Button, TextInput } from '@mantine/core';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useTexts } from '../../kit/texts.ts';
import { BothLanguages } from './both-languages.tsx';
import type { TopicPart } from './topic-part.ts';
import { topicTexts } from './topic-texts.ts';
import styles from './settings.module.css';

type Call = NonNullable<Topic['alsoCall']>[number];

const MOST = 5;

/** Whom to call besides, although the request is ours: said on the portal and to the person on the phone. */
export function AlsoCallFields({ topic: { alsoCall = [] }, write }: TopicPart) {
  const say = useTexts(topicTexts);
  const writeAll = (calls: Call[]) => write({ alsoCall: calls.length === 0 ? undefined : calls });
  const change = (at: number, part: Partial<Call>) =>
    writeAll(alsoCall.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <fieldset className={styles.group}>
      <legend>{say('alsoCall')}</legend>
      {alsoCall.map((call, at) => (
        <div key={at} className={styles.question}>
          <BothLanguages
            label={say('alsoCall.when')}
            maxLength={200}
            value={call.when}
            onWrite={(when) => change(at, { when })}
          />
          <div className={styles.line}>
            <TextInput
              label={say('notOurs.phone')}
              maxLength={20}
              value={call.phone}
              onChange={(event) => change(at, { phone: event.currentTarget.value })}
            />
            <Button onClick={() => writeAll(alsoCall.filter((_, place) => place !== at))}>
              {say('alsoCall.remove')}
            </Button>
          </div>
        </div>
      ))}
      {alsoCall.length < MOST && (
        <div>
          <Button onClick={() => writeAll([...alsoCall, { phone: '', when: { tr: '', en: '' } }])}>
            {say('alsoCall.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
