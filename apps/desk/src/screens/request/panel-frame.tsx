/** What all forms of the panel share: the draft's state, the buttons, and the conflict that loses nothing. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatTime } from '../../../../../text/format.ts';
import type { DraftState } from '../../kit/drafts.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { printedKeys } from '../../kit/shortcut-keys.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { workTexts } from '../work/work-keys.ts';
import { panelTexts } from './act-panel-texts.ts';
import type { Act } from './use-act.ts';
import { useEventWords } from './use-event-words.ts';
import styles from './act-panel.module.css';

interface Props {
  page: RequestPage;
  act: Act;
  door: 'reply' | 'note' | 'step';
  /** Who reads it; the first thing the panel says. */
  reader: string;
  submit: string;
  onSubmit: () => void;
  /** After a conflict was applied all the same. */
  onDone: () => void;
  onClose: () => void;
  draft: DraftState;
  /** When the server last kept the draft; left out or null: only this computer does. */
  savedAt?: string | null;
  children: ReactNode;
  extra?: ReactNode;
}

export function PanelFrame(props: Props) {
  const { page, act, door, reader, submit, onSubmit, onClose, draft, savedAt = null, children, extra } = props;
  const { language } = useSettings();
  const say = useTexts(panelTexts);
  const refusalText = useRefusalText();
  const form = useRef<HTMLFormElement>(null);
  // Opened below the fold, its buttons would be out of sight.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useShortcut('Ctrl+Enter', useTexts(workTexts)('send'), onSubmit, { whileTyping: true });
  useShortcut('Escape', say('close'), onClose, { whileTyping: true });
  return (
    <form
      ref={form}
      className={styles.form}
      data-door={door}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <p className={styles.reader}>
        {door === 'note' && <IconLock size={16} stroke={1.75} aria-hidden className="hs-glyph" />} {reader}
      </p>
      {act.conflict !== null && <Conflict page={page} act={act} onDone={props.onDone} />}
      {act.problem !== null && (
        <p className="hs-problem" role="alert">
          {refusalText(act.problem)}
        </p>
      )}
      {children}
      <div className={styles.buttons}>
        <Button type="submit" variant={door === 'note' ? 'default' : 'filled'} aria-disabled={act.busy}>
          {act.busy ? say('saving') : submit}
          <kbd className="hs-key">{printedKeys('Ctrl+Enter')}</kbd>
        </Button>
        {extra}
        <button type="button" className="hs-link" onClick={onClose}>
          {say('close')} <kbd className="hs-key">Esc</kbd>
        </button>
        <span className="hs-meta" role="status">
          {draft === 'empty'
            ? ''
            : savedAt === null
              ? say(`draft.${draft}`)
              : say('draft.server', { time: formatTime(new Date(savedAt), language) })}
        </span>
      </div>
    </form>
  );
}

/** Says in words what the others did; nothing of theirs is overwritten and nothing of ours is lost. */
function Conflict({ page, act, onDone }: Pick<Props, 'page' | 'act' | 'onDone'>) {
  const say = useTexts(panelTexts);
  const { event, who } = useEventWords(page.names);
  const { language } = useSettings();
  return (
    <div className={styles.conflict} role="alert">
      <p>{say('conflict.title')}</p>
      <ul>
        {(act.conflict ?? []).map((change) => (
          <li key={change.id}>
            {formatTime(new Date(change.at), language)} {who(change.actorKind, change.actorId)}:{' '}
            {event({ what: change.what, toValue: change.to, data: {} })}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <button type="button" className="hs-link" onClick={() => void act.look().then(act.forget)}>
          {say('conflict.show')}
        </button>
        <button type="button" className="hs-link" onClick={() => void act.runAnyway().then((done) => done && onDone())}>
          {say('conflict.apply')}
        </button>
      </div>
    </div>
  );
}
