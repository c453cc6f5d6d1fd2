/** One text to all who reported the problem: who gets it how, in which words and for how much stands under it while it is written. */
import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnnouncementPreview, AnnouncementText } from '../../../../../contract/announcing.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatCount, formatDateTime, formatMoney } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import styles from './act-panel.module.css';
import { incidentTexts } from './incident-texts.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';

export function AnnounceForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(incidentTexts);
  const { language } = useSettings();
  const draft = useDraft(draftKey(page.id, 'announce'));
  const [english, setEnglish] = useState('');
  const act = useAct(page, 'opened');
  const text = { tr: draft.text, en: english.trim() === '' ? null : english };
  const preview = usePreview(page.id, text);
  const done = () => {
    draft.clear();
    onClose();
  };
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="reply"
      reader={say('announce.reader')}
      submit={say('announce.send', { n: preview ? formatCount(preview.people, language) : '…' })}
      draft={draft.state}
      onDone={done}
      onSubmit={() => void act.run(`/api/v1/requests/${page.id}/announcements`, text).then((ok) => ok && done())}
    >
      <Textarea
        label={say('announce.tr')}
        description={say('announce.hint')}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      {preview?.languages.includes('en') && (
        <Textarea
          label={say('announce.en')}
          autosize
          minRows={2}
          maxRows={8}
          lang="en"
          value={english}
          onChange={(event) => setEnglish(event.currentTarget.value)}
        />
      )}
      {preview && <WhoGetsIt preview={preview} />}
      {preview?.samples.map(({ channel, language: spoken, subject, body }) => (
        <figure key={`${channel}-${spoken}`} className={styles.preview} lang={spoken}>
          <figcaption>{say(`sample.${channel}`)}</figcaption>
          {subject !== null && <p className={styles.previewTitle}>{subject}</p>}
          <p className={styles.previewText}>{body}</p>
        </figure>
      ))}
    </PanelFrame>
  );
}

const PAUSE_MS = 300;

function usePreview(id: string, text: AnnouncementText): AnnouncementPreview | undefined {
  const [given] = useDebouncedValue(JSON.stringify(text), PAUSE_MS);
  return useQuery({
    queryKey: ['request', id, 'announcement-preview', given],
    queryFn: () =>
      api.post<AnnouncementPreview>(`/api/v1/requests/${id}/announcement-preview`, JSON.parse(given) as object),
    placeholderData: keepPreviousData,
  }).data;
}

function WhoGetsIt({ preview }: { preview: AnnouncementPreview }) {
  const say = useTexts(incidentTexts);
  const { language } = useSettings();
  const n = (count: number) => formatCount(count, language);
  const { sms, email, apart, again, notBefore } = preview;
  const why = (reason: string) =>
    (Object.hasOwn(incidentTexts.tr, `apart.${reason}`) ? `apart.${reason}` : 'apart.other') as 'apart.other';
  return (
    <ul>
      {sms.people > 0 && (
        <li>
          {say('announce.sms', {
            n: n(sms.people),
            segments: n(sms.segments),
            cost: formatMoney(sms.costKurus, language),
          })}
        </li>
      )}
      {email.people > 0 && <li>{say('announce.email', { n: n(email.people) })}</li>}
      {apart.map(({ why: reason, people }) => (
        <li key={reason}>{say(why(reason), { n: n(people) })}</li>
      ))}
      {again > 0 && <li>{say('announce.again', { n: n(again) })}</li>}
      <li>{say('announce.page')}</li>
      {notBefore !== null && (
        <li>{say('announce.later', { when: formatDateTime(new Date(notBefore), language, { short: true }) })}</li>
      )}
    </ul>
  );
}
