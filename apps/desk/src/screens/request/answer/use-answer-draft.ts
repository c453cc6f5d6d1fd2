/**
 * An answer while it is being written: kept in this browser with every keystroke and on the server every few seconds, so that neither a closed tab
 * nor another computer loses it. The newer of the two is taken when the form opens.
 */
import { useEffect, useRef, useState } from 'react';
import type { AnswerKind, DraftBody, DraftSaved, DraftShown } from '../../../../../../contract/answers.ts';
import { api } from '../../../kit/api.ts';
import type { DraftState } from '../../../kit/drafts.ts';
import { useDraft } from '../../../kit/drafts.ts';

const KEEP_AFTER_MS = 1500;

export interface AnswerDraft {
  body: DraftBody;
  write(change: Partial<DraftBody>): void;
  /** It was sent or laid aside: nothing of it stays on this computer, and no late keystroke is kept. */
  clear(): void;
  state: DraftState;
  /** When the server last kept it; null: not yet. */
  savedAt: string | null;
}

interface Place {
  /** Where this browser keeps the text. */
  key: string;
  assignmentId: string;
  kind: AnswerKind;
  /** Undefined until it has been read; null: there is none. */
  onServer: DraftShown | null | undefined;
  first: Omit<DraftBody, 'text'>;
}

export function useAnswerDraft({ key, assignmentId, kind, onServer, first }: Place): AnswerDraft {
  const device = useDraft(key);
  const [rest, setRest] = useState(first);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const adopted = useRef(false);
  const over = useRef(false);
  const { write: writeText } = device;
  useEffect(() => {
    if (adopted.current || onServer === undefined) return;
    adopted.current = true;
    if (onServer === null) return;
    const { text, ...others } = onServer.body;
    setRest(others);
    setSavedAt(onServer.changedAt);
    if (device.text === '' || (device.keptAt !== null && device.keptAt < Date.parse(onServer.changedAt)))
      writeText(text);
  }, [onServer, device, writeText]);
  const body: DraftBody = { text: device.text, ...rest };
  useKeepOnServer({ assignmentId, kind, body, over, onSaved: setSavedAt, ready: onServer !== undefined });
  return {
    body,
    write({ text, ...others }) {
      over.current = false;
      if (text !== undefined) writeText(text);
      setRest((before) => ({ ...before, ...others }));
    },
    clear() {
      over.current = true;
      device.clear();
    },
    state: device.state,
    savedAt,
  };
}

interface Keeping {
  assignmentId: string;
  kind: AnswerKind;
  body: DraftBody;
  over: { current: boolean };
  ready: boolean;
  onSaved: (at: string) => void;
}

/** A failure is not said: the text lies in this browser, and the next pause tries again. */
function useKeepOnServer({ assignmentId, kind, body, over, ready, onSaved }: Keeping): void {
  const written = JSON.stringify(body);
  const first = useRef(written);
  useEffect(() => {
    if (!ready || written === first.current || body.text.trim() === '') return undefined;
    const timer = setTimeout(() => {
      if (over.current) return;
      first.current = written;
      void api
        .put<DraftSaved>(`/api/v1/assignments/${assignmentId}/answer-draft`, { kind, body: JSON.parse(written) })
        .then(({ savedAt }) => onSaved(savedAt))
        .catch(() => undefined);
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [written, ready, assignmentId, kind, over, onSaved, body.text]);
}
