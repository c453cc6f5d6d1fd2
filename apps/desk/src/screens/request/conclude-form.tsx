import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useNextInList } from '../work/use-next-in-list.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { draftInHand, previewOf, useAnswerCheck, useDrafts } from './answer/answer-data.ts';
import { AnswerFields } from './answer/answer-fields.tsx';
import { AnswerPreview } from './answer/answer-preview.tsx';
import { answerTexts } from './answer/answer-texts.ts';
import { Chain } from './answer/chain.tsx';
import { Findings } from './answer/findings.tsx';
import { useAnswerDraft } from './answer/use-answer-draft.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';

const kind = 'final';

/** A small form, not a status pick: what came of it, and what the citizen will read about it. Who may not send it sends it for approval. */
export function ConcludeForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const sayAnswer = useTexts(answerTexts);
  const { language } = useSettings();
  const parts = page.assignments.filter(({ may }) => may.answer === 'open');
  const [partId, setPartId] = useState(parts[0]?.id ?? '');
  const drafts = useDrafts(page.id);
  const draft = useAnswerDraft({
    ...{ kind, assignmentId: partId, key: draftKey(page.id, 'conclude') },
    onServer: drafts.isPending ? undefined : (draftInHand(drafts.data?.drafts, { assignmentId: partId, kind }) ?? null),
    first: { outcome: 'done', forwardedTo: null },
  });
  const { body, write } = draft;
  const checked = useAnswerCheck(partId, { kind, body, seen: page.seen });
  const needsApproval = checked !== undefined && !checked.mayGive;
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const goNext = useNextInList(page.id);
  const done = () => {
    draft.clear();
    onClose();
  };
  const send = async (then: () => void) => {
    const ok = needsApproval
      ? await act.run(`/api/v1/assignments/${partId}/answer-drafts`, { kind, body })
      : await act.run(`/api/v1/assignments/${partId}/answer`, {
          ...{ outcome: body.outcome, text: body.text, despite: body.despite },
          forwardedTo: body.outcome === 'forwarded' ? (body.forwardedTo ?? '') : undefined,
          ...(body.grounds?.length && { grounds: body.grounds }),
        });
    if (!ok) return;
    done();
    then();
  };
  const next = needsApproval ? sayAnswer('submit.next') : say('conclude.next');
  useShortcut('Ctrl+Shift+Enter', next, () => void send(goNext), { whileTyping: true });
  const stillOpen = page.assignments.some(({ id, endedAt }) => endedAt === null && id !== partId);
  return (
    <PanelFrame
      {...{ page, act, onClose, reader }}
      door="reply"
      submit={needsApproval ? sayAnswer('submit') : say('conclude')}
      draft={draft.state}
      savedAt={draft.savedAt}
      onDone={done}
      onSubmit={() => void send(() => {})}
      extra={
        <Button onClick={() => void send(goNext)}>
          {next} <kbd className="hs-key">Ctrl+Shift+Enter</kbd>
        </Button>
      }
    >
      <AnswerFields
        assignmentId={partId}
        endings={page.endings}
        body={body}
        onChange={write}
        textLabel={say('conclude.text')}
      >
        {parts.length > 1 && (
          <NativeSelect
            label={say('conclude.part')}
            value={partId}
            data={parts.map(({ id, directorateCode }) => ({
              value: id,
              label: page.names.directorates[directorateCode]?.[language] ?? directorateCode,
            }))}
            onChange={(event) => setPartId(event.currentTarget.value)}
          />
        )}
      </AnswerFields>
      <Findings checked={checked} despite={body.despite ?? ''} onDespite={(despite) => write({ despite })} />
      {checked && <Chain chain={checked.chain} />}
      {stillOpen && <p className="hs-meta">{say('conclude.others')}</p>}
      <AnswerPreview requestId={page.id} asked={previewOf(partId, { kind, body })} />
    </PanelFrame>
  );
}
