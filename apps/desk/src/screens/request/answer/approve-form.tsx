import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DraftBody, DraftShown } from '../../../../../../contract/answers.ts';
import type { RequestPage } from '../../../../../../contract/requests.ts';
import { useDraft } from '../../../kit/drafts.ts';
import { useTexts } from '../../../kit/texts.ts';
import { draftKey } from '../act-drafts.ts';
import { PanelFrame } from '../panel-frame.tsx';
import { useAct } from '../use-act.ts';
import { previewOf, useAnswerCheck } from './answer-data.ts';
import { AnswerFields } from './answer-fields.tsx';
import { AnswerPreview } from './answer-preview.tsx';
import { answerTexts } from './answer-texts.ts';
import { Findings } from './findings.tsx';

interface Props {
  page: RequestPage;
  draft: DraftShown;
  onClose: () => void;
}

/** The draft as it would go out, with the approver's own words in the place of the writer's where they change them. */
export function ApproveForm({ page, draft, onClose }: Props) {
  const say = useTexts(answerTexts);
  const [body, setBody] = useState<DraftBody>(draft.body);
  const act = useAct(page, 'opened');
  const checked = useAnswerCheck(draft.assignmentId, { kind: draft.kind, body, seen: page.seen });
  const path = `/api/v1/answer-drafts/${draft.id}/approval`;
  const changed = JSON.stringify(body) !== JSON.stringify(draft.body);
  const approve = () =>
    void act.run(path, { version: draft.version, ...(changed && { body }) }).then((done) => done && onClose());
  const next = draft.chain[draft.chain.findIndex(({ rung }) => rung === draft.rung) + 1];
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="reply"
      reader={
        draft.may.last || next === undefined
          ? say('approve.reader.last')
          : say('approve.reader.more', { rung: say(`rung.${next.rung}`) })
      }
      submit={say(draft.may.last ? 'approve.last' : 'approve')}
      draft="empty"
      onDone={onClose}
      onSubmit={approve}
    >
      <AnswerFields
        endings={page.endings}
        assignmentId={draft.assignmentId}
        body={body}
        onChange={(change) => setBody({ ...body, ...change })}
        textLabel={say('approve.text')}
      />
      <Findings checked={checked} despite={body.despite ?? ''} onDespite={(despite) => setBody({ ...body, despite })} />
      <AnswerPreview requestId={page.id} asked={previewOf(draft.assignmentId, { kind: draft.kind, body })} />
    </PanelFrame>
  );
}

/** What is missing, in a sentence; the text stays as it is for its writer to mend. */
export function SendBackForm({ page, draft, onClose }: Props) {
  const say = useTexts(answerTexts);
  const reason = useDraft(draftKey(page.id, 'send-back'));
  const act = useAct(page, 'opened');
  const done = () => {
    reason.clear();
    onClose();
  };
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="step"
      reader={say('sendBack')}
      submit={say('sendBack')}
      draft={reason.state}
      onDone={done}
      onSubmit={() =>
        void act
          .run(
            `/api/v1/answer-drafts/${draft.id}/return`,
            { version: draft.version, reason: reason.text },
            { seen: false },
          )
          .then((ok) => ok && done())
      }
    >
      <Textarea
        label={say('sendBack.reason')}
        autosize
        minRows={2}
        maxRows={10}
        autoFocus
        value={reason.text}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}
