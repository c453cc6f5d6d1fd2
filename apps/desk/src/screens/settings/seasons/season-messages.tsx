/** What a season says in the place of the ordinary "we have your request", as it is written and as it arrives. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TextTried, TextView } from '../../../../../../contract/messages.ts';
import type { SeasonGiven } from '../../../../../../contract/seasons.ts';
import { LANGUAGES } from '../../../../../../text/language.ts';
import { api } from '../../../kit/api.ts';
import { useTexts } from '../../../kit/texts.ts';
import { MessageBody, MessageTrial } from '../message-body.tsx';
import { settingTexts } from '../setting-texts.ts';
import styles from '../settings.module.css';
import { seasonTexts } from './season-texts.ts';

const CHANNELS = ['sms', 'email'] as const;
type Channel = (typeof CHANNELS)[number];

interface Props {
  value: SeasonGiven;
  write: (part: Partial<SeasonGiven>) => void;
}

export function SeasonMessages({ value, write }: Props) {
  const say = useTexts(seasonTexts);
  const sayAny = useTexts(settingTexts);
  const { recorded } = value;
  const usual = useQuery({
    queryKey: ['texts'],
    queryFn: ({ signal }) => api.get<TextView[]>('/api/v1/texts', {}, signal),
  });
  const writeIn = (channel: Channel, part: Partial<SeasonGiven['recorded'][Channel]>) =>
    write({ recorded: { ...recorded, [channel]: { ...recorded[channel], ...part } } });
  const usualIn = (channel: Channel, language: 'tr' | 'en') =>
    usual.data?.find((text) => text.key === 'recorded' && text.channel === channel && text.language === language)?.body;
  return (
    <fieldset className={styles.group}>
      <legend>{say('recorded')}</legend>
      <p className="hs-meta">{say('recorded.hint')}</p>
      {CHANNELS.map((channel) => (
        <div key={channel} className={styles.two}>
          {LANGUAGES.map((language) => {
            const text = triedOf(value, channel, language);
            const start = usualIn(channel, language);
            return (
              <div key={language} className={styles.written}>
                <MessageBody
                  text={text}
                  label={`${say(`recorded.${channel}`)}, ${sayAny(language)}`}
                  onWrite={(body) => writeIn(channel, { [language]: body })}
                />
                {text.body !== '' && <MessageTrial text={text} />}
                {text.body === '' && start !== undefined && (
                  <div>
                    <Button size="compact-sm" variant="default" onClick={() => writeIn(channel, { [language]: start })}>
                      {say('recorded.start')}
                    </Button>
                  </div>
                )}
              </div>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

/** For whoever may switch it and not write it. */
export function SeasonMessagesPreview({ season }: { season: Pick<SeasonGiven, 'recorded' | 'topics'> }) {
  const say = useTexts(seasonTexts);
  const sayAny = useTexts(settingTexts);
  const written = CHANNELS.flatMap((channel) =>
    LANGUAGES.map((language) => triedOf(season, channel, language)).filter(({ body }) => body !== ''),
  );
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="season-messages" className={styles.written}>
      <h2 id="season-messages">{say('recorded')}</h2>
      <p className="hs-meta">{say('recorded.arrives')}</p>
      {written.map((text) => (
        <MessageTrial
          key={`${text.channel} ${text.language}`}
          text={text}
          title={`${say(`recorded.${text.channel}`)}, ${sayAny(text.language)}`}
        />
      ))}
    </section>
  );
}

function triedOf(
  { recorded, topics }: Pick<SeasonGiven, 'recorded' | 'topics'>,
  channel: Channel,
  language: 'tr' | 'en',
): TextTried {
  return {
    ...{ key: 'recorded', channel, language, subject: null },
    body: recorded[channel][language],
    topics: topics.map(({ topic }) => topic),
  };
}
