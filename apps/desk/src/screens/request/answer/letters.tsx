/** The official letter of an answer: the citizen's copy, the copy for the post, and where the signed original lies. */
import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterShown } from '../../../../../../contract/letters.ts';
import type { RequestPage } from '../../../../../../contract/requests.ts';
import { formatTableDate } from '../../../../../../text/format.ts';
import { caseKeys } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';
import { openPdf } from '../../../kit/open-pdf.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import { letterTexts } from './letter-texts.ts';
import styles from './answer.module.css';

interface Props {
  page: RequestPage;
  answerId: string;
}

export function LetterOfAnswer({ page, answerId }: Props) {
  const say = useTexts(letterTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState<'post' | 'ebys' | null>(null);
  const { data } = useQuery({
    queryKey: [...caseKeys.page(page.id), 'letters'],
    queryFn: ({ signal }) => api.get<LetterShown[]>(`/api/v1/requests/${page.id}/letters`, {}, signal),
  });
  const letter = data?.find((each) => each.answerId === answerId);
  if (letter === undefined) return null;
  const path = `/api/v1/requests/${page.id}/letters/${answerId}`;
  const { ebysNumber, ebysDate } = letter;
  return (
    <div className={`${styles.letter} hs-screen-only`}>
      <p className={styles.acts}>
        <a href={path} target="_blank" rel="noreferrer">
          {say('open')}
        </a>
        {page.may.reveal === 'open' && (
          <button type="button" className="hs-link" onClick={() => setOpen(open === 'post' ? null : 'post')}>
            {say('post')}
          </button>
        )}
        {page.may.photo === 'open' && (
          <button type="button" className="hs-link" onClick={() => setOpen(open === 'ebys' ? null : 'ebys')}>
            {say(ebysNumber === null ? 'ebys.add' : 'ebys.change')}
          </button>
        )}
      </p>
      {ebysNumber !== null && ebysDate !== null && (
        <p className="hs-meta">{say('ebys', { number: ebysNumber, date: formatTableDate(ebysDate, language) })}</p>
      )}
      {open === 'post' && <ForThePost path={path} onDone={() => setOpen(null)} />}
      {open === 'ebys' && <Ebys page={page} path={path} letter={letter} onDone={() => setOpen(null)} />}
    </div>
  );
}

/** Sends one of the small forms; what was typed stays when it is refused. */
function useSend(onDone: () => void) {
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const send = (act: () => Promise<unknown>) => {
    setProblem(null);
    act().then(onDone, (error: unknown) => setProblem(refusalText(error)));
  };
  return { problem, send };
}

function ForThePost({ path, onDone }: { path: string; onDone: () => void }) {
  const say = useTexts(letterTexts);
  const [reason, setReason] = useState('');
  const { problem, send } = useSend(onDone);
  return (
    <form
      className={styles.small}
      onSubmit={(event) => {
        event.preventDefault();
        send(() => openPdf(`${path}/post`, { reason }));
      }}
    >
      <TextInput
        label={say('post.reason')}
        error={problem}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit">{say('post.open')}</Button>
    </form>
  );
}

function Ebys({
  page,
  path,
  letter,
  onDone,
}: {
  page: RequestPage;
  path: string;
  letter: LetterShown;
  onDone: () => void;
}) {
  const say = useTexts(letterTexts);
  const queries = useQueryClient();
  const [number, setNumber] = useState(letter.ebysNumber ?? '');
  const [date, setDate] = useState(letter.ebysDate ?? page.now.slice(0, 10));
  const { problem, send } = useSend(onDone);
  return (
    <form
      className={styles.small}
      onSubmit={(event) => {
        event.preventDefault();
        send(async () => {
          await api.put(`${path}/ebys`, { number, date });
          await queries.invalidateQueries({ queryKey: caseKeys.page(page.id) });
        });
      }}
    >
      <TextInput
        label={say('ebys.number')}
        description={say('ebys.hint')}
        error={problem}
        maxLength={60}
        autoFocus
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={say('ebys.date')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Button type="submit">{say('ebys.save')}</Button>
    </form>
  );
}
