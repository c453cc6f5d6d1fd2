/** What will reach the citizen, as the server words and shows it: the message with its parts and price, and the tracking page. */
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AnswerPreview as Preview,
  MessagePreview,
  PreviewAsked,
} from '../../../../../../contract/answer-preview.ts';
import { formatDateTime, formatMoney } from '../../../../../../text/format.ts';
import { api } from '../../../kit/api.ts';
import { openPdf } from '../../../kit/open-pdf.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { letterTexts } from './letter-texts.ts';
import { previewTexts } from './preview-texts.ts';
import panel from '../act-panel.module.css';
import styles from './answer.module.css';

interface Props {
  requestId: string;
  asked: PreviewAsked;
}

type Side = 'message' | 'page';
const PAUSE_MS = 500;

export function AnswerPreview({ requestId, asked }: Props) {
  const say = useTexts(previewTexts);
  const [side, setSide] = useState<Side>('page');
  const preview = usePreview(requestId, asked);
  const message = preview?.message ?? null;
  return (
    <figure className={panel.preview} aria-label={say('title')}>
      <figcaption>{say('title')}</figcaption>
      {preview === undefined && <p className="hs-meta">{say('empty')}</p>}
      {preview !== undefined && (
        <>
          <SegmentedControl
            size="xs"
            aria-label={say('title')}
            value={side}
            data={[
              { value: 'page', label: say('page') },
              { value: 'message', label: message === null ? say('message') : say(message.channel) },
            ]}
            onChange={(value) => setSide(value as Side)}
          />
          {side === 'page' ? <Page document={preview.page} /> : <Message preview={preview} />}
          {asked.assignmentId !== null && <AsLetter requestId={requestId} asked={asked} />}
        </>
      )}
    </figure>
  );
}

/** Drawn by the function that draws the letter itself. */
function AsLetter({ requestId, asked }: Props) {
  const say = useTexts(letterTexts);
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<unknown>(null);
  const open = () => {
    setProblem(null);
    openPdf(`/api/v1/requests/${requestId}/letter-preview`, asked).catch(setProblem);
  };
  return (
    <p>
      <button type="button" className="hs-link" onClick={open}>
        {say('preview')}
      </button>
      {problem !== null && <span className="hs-problem"> {refusalText(problem)}</span>}
    </p>
  );
}

function usePreview(requestId: string, asked: PreviewAsked): Preview | undefined {
  const [settled] = useDebouncedValue(JSON.stringify(asked), PAUSE_MS);
  return useQuery({
    queryKey: ['answer-preview', requestId, settled],
    queryFn: () => api.post<Preview>(`/api/v1/requests/${requestId}/answer-preview`, JSON.parse(settled)),
    placeholderData: keepPreviousData,
    enabled: asked.text.trim() !== '',
    staleTime: 30_000,
  }).data;
}

/** The portal's own page. It runs no script and can be left with Tab like a picture; what it says is said by the text field, too. */
function Page({ document }: { document: string }) {
  const say = useTexts(previewTexts);
  return (
    <iframe className={styles.phone} title={say('page')} srcDoc={document} sandbox="allow-same-origin" tabIndex={-1} />
  );
}

function Message({ preview: { message, notTold } }: { preview: Preview }) {
  const say = useTexts(previewTexts);
  if (message === null) return <p className="hs-meta">{notTold !== null && say(`notTold.${notTold}`)}</p>;
  return (
    <div className={styles.message}>
      <p className="hs-meta">
        {say(`to.${message.channel}`, { address: message.address })}
        <LeavesAt message={message} />
      </p>
      {message.subject !== null && <p className={panel.previewTitle}>{message.subject}</p>}
      {message.html === null ? (
        <p className={styles.bubble}>{message.body}</p>
      ) : (
        <iframe
          className={styles.mail}
          title={say('email')}
          srcDoc={message.html}
          sandbox="allow-same-origin"
          tabIndex={-1}
        />
      )}
      <Cost message={message} />
    </div>
  );
}

function LeavesAt({ message }: { message: MessagePreview }) {
  const say = useTexts(previewTexts);
  const { language } = useSettings();
  const at = new Date(message.notBefore);
  if (at.getTime() - Date.now() < 60_000) return null;
  return <> · {say('leavesAt', { time: formatDateTime(at, language, { short: true }) })}</>;
}

function Cost({ message: { sms } }: { message: MessagePreview }) {
  const say = useTexts(previewTexts);
  const { language } = useSettings();
  if (sms === null) return null;
  const cost = formatMoney(sms.costKurus, language);
  return <p className="hs-meta">{say('cost', { segments: sms.segments, characters: sms.characters, cost })}</p>;
}
