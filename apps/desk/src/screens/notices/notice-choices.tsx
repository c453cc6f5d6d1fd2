/** How each kind comes to this person. What a citizen's right hangs on cannot be switched off, and is not offered. */
import { NativeSelect } from '@mantine/core';
import { NOTICE_CHOICES } from '../../../../../contract/notices.ts';
import { NOTICE_WORDS } from '../../../../../contract/notice-words.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useChoose, useNoticeChoices } from './notices-data.ts';
import { noticesTexts } from './notices-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './notices.module.css';

export function NoticeChoicesPart() {
  const say = useTexts(noticesTexts);
  const { language } = useSettings();
  const refusalText = useRefusalText();
  const asked = useNoticeChoices();
  const choose = useChoose();
  const problem = asked.error ?? choose.error;
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">{say('choices')}</h2>
      {problem && (
        <p className="hs-problem" role="alert">
          {refusalText(problem)}
        </p>
      )}
      {asked.data && (
        <p className="hs-meta">
          {asked.data.email === null ? say('choices.noMail') : say('choices.mail', { email: asked.data.email })}
        </p>
      )}
      {asked.data?.kinds.map(({ kind, choice, usual, mayBeMuted, why }) => (
        <div key={kind} className={styles.choice}>
          <span>
            <span className={plain.words}>{NOTICE_WORDS[kind][language]}</span>{' '}
            <span className="hs-meta">{why[language]}</span>
          </span>
          <NativeSelect
            aria-label={NOTICE_WORDS[kind][language]}
            value={choice}
            data={NOTICE_CHOICES.filter((one) => mayBeMuted || one !== 'none').map((value) => ({
              value,
              label: value === usual ? say('choice.usual', { choice: say(`choice.${value}`) }) : say(`choice.${value}`),
            }))}
            onChange={(event) => choose.mutate({ kind, choice: event.currentTarget.value })}
          />
        </div>
      ))}
    </section>
  );
}
