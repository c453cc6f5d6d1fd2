/** One's own notices by kind, the weightiest kind as the list has them; read or put off on a key, and how each kind is to come. */
import { Button, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Notice, NoticeKind } from '../../../../../contract/notices.ts';
import { NOTICE_KINDS } from '../../../../../contract/notices.ts';
import { NOTICE_WORDS } from '../../../../../contract/notice-words.ts';
import { useCommands } from '../../kit/commands.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { NoticeChoicesPart } from './notice-choices.tsx';
import { NoticeRow } from './notice-row.tsx';
import type { NoticeAct } from './notices-data.ts';
import { useNoticeAct, useNotices } from './notices-data.ts';
import { noticesTexts } from './notices-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './notices.module.css';

export function NoticesScreen() {
  const say = useTexts(noticesTexts);
  const refusalText = useRefusalText();
  const [all, setAll] = useState(false);
  const [did, setDid] = useState<NoticeAct | null>(null);
  const asked = useNotices(all);
  const act = useNoticeAct(setDid);
  const page = useRef<HTMLDivElement>(null);
  const notices = asked.data?.pages.flatMap((one) => one.notices) ?? [];
  const run = (what: NoticeAct) => act.mutate(what);
  useNoticeKeys(page, { run, did });
  useCommands([{ id: 'notices-read', title: say('read.all'), act: () => run({ act: 'read', read: true }) }]);
  const problem = asked.error ?? act.error;
  return (
    <div className={plain.page} ref={page}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <SegmentedControl
          aria-label={say('show')}
          value={all ? 'all' : 'waiting'}
          data={[
            { value: 'waiting', label: say('waiting') },
            { value: 'all', label: say('everything') },
          ]}
          onChange={(value) => setAll(value === 'all')}
        />
        {!all && notices.length > 0 && (
          <Button variant="default" onClick={() => run({ act: 'read', read: true })}>
            {say('read.all')}
          </Button>
        )}
      </header>
      {problem && (
        <p className="hs-problem" role="alert">
          {refusalText(problem)}
        </p>
      )}
      <Did did={did} onUndo={run} />
      {asked.isPending && <p role="status">{say('loading')}</p>}
      {asked.isSuccess && notices.length === 0 && <p className={plain.lead}>{all ? say('none.ever') : say('none')}</p>}
      {NOTICE_KINDS.map((kind) => (
        <Group key={kind} kind={kind} notices={notices.filter((one) => one.kind === kind)} all={all} onAct={run} />
      ))}
      {asked.hasNextPage && (
        <div>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('more')}
          </Button>
        </div>
      )}
      <NoticeChoicesPart />
    </div>
  );
}

interface GroupProps {
  kind: NoticeKind;
  notices: readonly Notice[];
  all: boolean;
  onAct: (act: NoticeAct) => void;
}

function Group({ kind, notices, all, onAct }: GroupProps) {
  const say = useTexts(noticesTexts);
  const { language } = useSettings();
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <div className={styles.groupHead}>
        <h2 id={`kind-${kind}`}>{say('group', { kind: NOTICE_WORDS[kind][language], n: notices.length })}</h2>
        {!all && notices.length > 1 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onAct({ act: 'read', read: true, kind })}>
            {say('read.kind')}
          </Button>
        )}
      </div>
      <ul className={plain.list}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}

/** What has just been done, and the way back: nobody is asked whether they are sure. */
function Did({ did, onUndo }: { did: NoticeAct | null; onUndo: (act: NoticeAct) => void }) {
  const say = useTexts(noticesTexts);
  const back = did && undoOf(did);
  const word = did === null ? null : did.act === 'read' ? (did.read ? 'read' : 'unread') : did.days ? 'snooze' : 'wake';
  return (
    <p role="status" className={styles.did}>
      {word && say(`did.${word}`)}{' '}
      {back && (
        <Button size="compact-sm" variant="default" onClick={() => onUndo(back)}>
          {say('undo')} <kbd className="hs-key">Z</kbd>
        </Button>
      )}
    </p>
  );
}

/** Only what names its rows can be taken back: "all" would fetch back what was read last week. */
function undoOf(did: NoticeAct): NoticeAct | null {
  if (did.act === 'read') return did.ids === undefined ? null : { ...did, read: !did.read };
  return did.days === null ? null : { ...did, days: null };
}

interface KeysOf {
  run: (act: NoticeAct) => void;
  did: NoticeAct | null;
}

/** J K move, R reads, E puts off for one working day, Z takes back. */
function useNoticeKeys(page: React.RefObject<HTMLDivElement | null>, { run, did }: KeysOf): void {
  const say = useTexts(noticesTexts);
  const rows = () => [...(page.current?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])];
  const here = () => rows().find((row) => row.contains(document.activeElement));
  const step = (by: number) => {
    const list = rows();
    const at = list.findIndex((row) => row === here());
    list[Math.min(list.length - 1, Math.max(0, at + by))]?.querySelector<HTMLElement>('a, [tabindex]')?.focus();
  };
  const withRow = (does: (id: string) => NoticeAct) => {
    const id = here()?.dataset.notice;
    if (id === undefined) return;
    step(1);
    run(does(id));
  };
  useShortcut('J', say('next'), () => step(1));
  useShortcut('ArrowDown', say('next'), () => step(1));
  useShortcut('K', say('previous'), () => step(-1));
  useShortcut('ArrowUp', say('previous'), () => step(-1));
  useShortcut('R', say('read'), () => withRow((id) => ({ act: 'read', read: true, ids: [id] })));
  useShortcut('E', say('snooze'), () => withRow((id) => ({ act: 'snooze', ids: [id], days: 1 })));
  const back = did && undoOf(did);
  useShortcut('Z', say('undo'), () => back && run(back), { when: back !== null });
}
