import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HeldActShown, RequestPage } from '../../../../../contract/requests.ts';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { workTexts } from '../work/work-keys.ts';
import { restoreDraft } from './act-drafts.ts';
import { threadTexts } from './thread-texts.ts';
import styles from './thread.module.css';

/** What is about to go out stands in the thread and can be taken back for its seconds; leaving the page loses nothing. */
export function HeldRow({ held, page }: { held: HeldActShown; page: RequestPage }) {
  const say = useTexts(threadTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const left = useSecondsLeft(held, page.now);
  const refresh = () => queries.invalidateQueries({ queryKey: caseKeys.page(page.id) });
  const takeBack = useMutation({
    mutationFn: () => api.delete(`/api/v1/held-acts/${held.id}`),
    onSuccess: () => restoreDraft(page.id, held),
    onSettled: refresh,
  });
  const waiting = held.state === 'held';
  useShortcut('Z', useTexts(workTexts)('undo'), () => takeBack.mutate(), { when: waiting && held.mine });
  useEffect(() => {
    if (!waiting || left > 0) return undefined;
    // The worker carries it out within a second or two; then it is a line of the thread.
    const again = setInterval(() => void refresh(), 1500);
    return () => clearInterval(again);
  });
  return (
    <li className={styles.item}>
      <span className={styles.dot} data-kind="future" aria-hidden />
      <div className={styles.box} data-kind="held" data-failed={held.state === 'failed' || undefined}>
        {waiting ? (
          <p role="status">
            {held.mine ? (
              <button type="button" className="hs-link" onClick={() => takeBack.mutate()}>
                {say('held.sending', { n: left })} <kbd className="hs-key">Z</kbd>
              </button>
            ) : (
              say('held.waiting')
            )}
          </p>
        ) : (
          <p role="alert">
            {say('held.failed', { why: refusalText(new Refusal({ code: held.refusal ?? 'fault', status: 409 })) })}{' '}
          </p>
        )}
        <p className={styles.text}>{held.text}</p>
        {takeBack.isError && <p className="hs-problem">{refusalText(takeBack.error)}</p>}
      </div>
    </li>
  );
}

/** Counted from the server's now, because this computer's clock may be minutes off. */
function useSecondsLeft({ dueAt }: HeldActShown, serverNow: string): number {
  const [begun] = useState(() => performance.now());
  const [asked] = useState(serverNow);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, []);
  const gone = performance.now() - begun;
  return Math.max(0, Math.ceil((new Date(dueAt).getTime() - new Date(asked).getTime() - gone) / 1000));
}
