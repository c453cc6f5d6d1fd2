import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { CitizenPreview } from './citizen-preview.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';

/** What the citizen will read before the end: how far it is, or a question. The end itself is "conclude". */
export function ReplyForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const part = page.assignments.find(({ may }) => may.interimAnswer === 'open');
  const mayAsk = page.may.ask === 'open';
  const [kind, setKind] = useState<'interim' | 'question'>(part ? 'interim' : 'question');
  const draft = useDraft(draftKey(page.id, kind === 'interim' ? 'reply' : 'question'));
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const done = () => {
    draft.clear();
    onClose();
  };
  const path =
    kind === 'interim' && part
      ? `/api/v1/assignments/${part.id}/interim-answer`
      : `/api/v1/requests/${page.id}/questions`;
  return (
    <PanelFrame
      {...{ page, act, onClose, reader }}
      door="reply"
      submit={say(kind === 'interim' ? 'reply.send' : 'question.send')}
      draft={draft.state}
      onDone={done}
      onSubmit={() => void act.run(path, { text: draft.text }).then((ok) => ok && done())}
    >
      {part !== undefined && mayAsk && (
        <SegmentedControl
          aria-label={say('kind.label')}
          value={kind}
          data={[
            { value: 'interim', label: say('kind.interim') },
            { value: 'question', label: say('kind.question') },
          ]}
          onChange={(value) => setKind(value as 'interim' | 'question')}
        />
      )}
      <Textarea
        key={kind}
        label={say('reply.text')}
        description={kind === 'question' ? say('question.hint') : undefined}
        autosize
        minRows={4}
        maxRows={16}
        autoFocus
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      <CitizenPreview text={draft.text} outcome={null} />
    </PanelFrame>
  );
}
