import { SegmentedControl, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { draftInHand, useAnswerCheck, useDrafts } from './answer/answer-data.ts';
import { AnswerFields } from './answer/answer-fields.tsx';
import { AnswerPreview } from './answer/answer-preview.tsx';
import { answerTexts } from './answer/answer-texts.ts';
import { Chain } from './answer/chain.tsx';
import { Findings } from './answer/findings.tsx';
import { useAnswerDraft } from './answer/use-answer-draft.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';

type Kind = 'interim' | 'question';

const NO_END = { outcome: null, forwardedTo: null };

/** What the citizen will read before the end: how far it is, or a question. The end itself is "conclude". */
export function ReplyForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const part = page.assignments.find(({ may }) => may.interimAnswer === 'open');
  const [kind, setKind] = useState<Kind>(part ? 'interim' : 'question');
  const choice = part !== undefined && page.may.ask === 'open' && (
    <SegmentedControl
      aria-label={say('kind.label')}
      value={kind}
      data={[
        { value: 'interim', label: say('kind.interim') },
        { value: 'question', label: say('kind.question') },
      ]}
      onChange={(value) => setKind(value as Kind)}
    />
  );
  return kind === 'interim' && part ? (
    <InterimForm page={page} partId={part.id} onClose={onClose} choice={choice} />
  ) : (
    <QuestionForm page={page} onClose={onClose} choice={choice} />
  );
}

interface Props {
  page: RequestPage;
  onClose: () => void;
  choice: ReactNode;
}

function InterimForm({ page, partId, onClose, choice }: Props & { partId: string }) {
  const say = useTexts(panelTexts);
  const sayAnswer = useTexts(answerTexts);
  const drafts = useDrafts(page.id);
  const place = { assignmentId: partId, kind: 'interim' } as const;
  const draft = useAnswerDraft({
    ...place,
    key: draftKey(page.id, 'reply'),
    onServer: drafts.isPending ? undefined : (draftInHand(drafts.data?.drafts, place) ?? null),
    first: { outcome: null, forwardedTo: null },
  });
  const { body, write } = draft;
  const checked = useAnswerCheck(partId, { kind: 'interim', body, seen: page.seen });
  const needsApproval = checked !== undefined && !checked.mayGive;
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const done = () => {
    draft.clear();
    onClose();
  };
  const own = `/api/v1/assignments/${partId}`;
  const send = () =>
    needsApproval
      ? act.run(`${own}/answer-drafts`, { kind: 'interim', body })
      : act.run(`${own}/interim-answer`, { text: body.text, despite: body.despite });
  return (
    <PanelFrame
      {...{ page, act, onClose, reader }}
      door="reply"
      submit={needsApproval ? sayAnswer('submit') : say('reply.send')}
      draft={draft.state}
      savedAt={draft.savedAt}
      onDone={done}
      onSubmit={() => void send().then((ok) => ok && done())}
    >
      {choice}
      <AnswerFields
        assignmentId={partId}
        endings={page.endings}
        body={body}
        onChange={write}
        textLabel={say('reply.text')}
      />
      <Findings checked={checked} despite={body.despite ?? ''} onDespite={(despite) => write({ despite })} />
      {checked && <Chain chain={checked.chain} />}
      <AnswerPreview
        requestId={page.id}
        asked={{ kind: 'interim', assignmentId: partId, text: body.text, ...NO_END }}
      />
    </PanelFrame>
  );
}

function QuestionForm({ page, onClose, choice }: Props) {
  const say = useTexts(panelTexts);
  const draft = useDraft(draftKey(page.id, 'question'));
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const done = () => {
    draft.clear();
    onClose();
  };
  return (
    <PanelFrame
      {...{ page, act, onClose, reader }}
      door="reply"
      submit={say('question.send')}
      draft={draft.state}
      onDone={done}
      onSubmit={() =>
        void act.run(`/api/v1/requests/${page.id}/questions`, { text: draft.text }).then((ok) => ok && done())
      }
    >
      {choice}
      <Textarea
        label={say('reply.text')}
        description={say('question.hint')}
        autosize
        minRows={4}
        maxRows={16}
        autoFocus
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      <AnswerPreview
        requestId={page.id}
        asked={{ kind: 'question', assignmentId: null, text: draft.text, ...NO_END }}
      />
    </PanelFrame>
  );
}
