import { Textarea } from '@mantine/core';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useDraft, keepDraft } from '../../kit/drafts.ts';
import { useTexts } from '../../kit/texts.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';

interface Props {
  page: RequestPage;
  onClose: () => void;
  onReply: () => void;
  mayReply: boolean;
}

/** Yellow, with a lock: it can't be taken for a reply from two metres away. */
export function NoteForm({ page, onClose, onReply, mayReply }: Props) {
  const say = useTexts(panelTexts);
  const draft = useDraft(draftKey(page.id, 'note'));
  const act = useAct(page, 'opened');
  const done = () => {
    draft.clear();
    onClose();
  };
  const move = () => {
    keepDraft(draftKey(page.id, 'reply'), draft.text);
    draft.clear();
    onReply();
  };
  return (
    <PanelFrame
      {...{ page, act, onClose }}
      door="note"
      reader={say('note.reader')}
      submit={say('note.save')}
      draft={draft.state}
      onDone={done}
      onSubmit={() =>
        void act.run(`/api/v1/requests/${page.id}/notes`, { text: draft.text }).then((ok) => ok && done())
      }
      extra={
        mayReply &&
        draft.text !== '' && (
          <button type="button" className="hs-link" onClick={move}>
            {say('toReply')}
          </button>
        )
      }
    >
      <Textarea
        label={say('note.text')}
        autosize
        minRows={3}
        maxRows={14}
        autoFocus
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
    </PanelFrame>
  );
}
