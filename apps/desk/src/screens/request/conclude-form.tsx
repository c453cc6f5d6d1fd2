import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentOutcome } from '../../../../../contract/endings.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useDraft } from '../../kit/drafts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useNextInList } from '../work/use-next-in-list.ts';
import { draftKey } from './act-drafts.ts';
import { panelTexts } from './act-panel-texts.ts';
import { CitizenPreview } from './citizen-preview.tsx';
import { GroundChoice } from './ground-choice.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { useAct } from './use-act.ts';
import { useReader } from './use-reader.ts';
import styles from './act-panel.module.css';

/** A small form, not a status pick: what came of it, and what the citizen will read about it. */
export function ConcludeForm({ page, onClose }: { page: RequestPage; onClose: () => void }) {
  const say = useTexts(panelTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const parts = page.assignments.filter(({ may }) => may.answer === 'open');
  const [partId, setPartId] = useState(parts[0]?.id ?? '');
  const [outcome, setOutcome] = useState<AssignmentOutcome>('done');
  const [body, setBody] = useState('');
  const [grounds, setGrounds] = useState<string[]>([]);
  const ending = page.endings.find((each) => each.outcome === outcome);
  const draft = useDraft(draftKey(page.id, 'conclude'));
  const act = useAct(page, 'opened');
  const reader = useReader(page);
  const goNext = useNextInList(page.id);
  const done = () => {
    draft.clear();
    onClose();
  };
  const conclude = async (then: () => void) => {
    const forwardedTo = outcome === 'forwarded' ? body : undefined;
    const named = grounds.filter((code) => ending?.grounds.some((ground) => ground.code === code));
    const ok = await act.run(`/api/v1/assignments/${partId}/answer`, {
      ...{ outcome, forwardedTo },
      text: draft.text,
      ...(named.length > 0 && { grounds: named }),
    });
    if (!ok) return;
    done();
    then();
  };
  useShortcut('Ctrl+Shift+Enter', say('conclude.next'), () => void conclude(goNext), { whileTyping: true });
  const stillOpen = page.assignments.some(({ id, endedAt }) => endedAt === null && id !== partId);
  return (
    <PanelFrame
      {...{ page, act, onClose, reader }}
      door="reply"
      submit={say('conclude')}
      draft={draft.state}
      onDone={done}
      onSubmit={() => void conclude(() => {})}
      extra={
        <Button onClick={() => void conclude(goNext)}>
          {say('conclude.next')} <kbd className="hs-key">Ctrl+Shift+Enter</kbd>
        </Button>
      }
    >
      <div className={styles.fields}>
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
        <NativeSelect
          label={say('conclude.outcome')}
          value={outcome}
          autoFocus
          data={page.endings.map(({ outcome: value }) => ({ value, label: word('outcome', value) }))}
          onChange={(event) => setOutcome(event.currentTarget.value as AssignmentOutcome)}
        />
        {outcome === 'forwarded' && (
          <TextInput
            label={say('conclude.body')}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        )}
      </div>
      {ending !== undefined && ending.grounds.length > 0 && (
        <GroundChoice ending={ending} value={grounds} onChange={setGrounds} />
      )}
      <Textarea
        label={say('conclude.text')}
        description={say('conclude.hint')}
        autosize
        minRows={4}
        maxRows={16}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
      />
      {stillOpen && <p className="hs-meta">{say('conclude.others')}</p>}
      <CitizenPreview text={draft.text} outcome={word('outcome', outcome)} />
    </PanelFrame>
  );
}
