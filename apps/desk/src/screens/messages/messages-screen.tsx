/** What left the house and what did not. Dead letters first in the sentence: they wait for a person, and only a person sends them again. */
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MessagePage } from '../../../../../contract/messages.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { MessageRow } from './message-row.tsx';
import { outboxTexts } from './outbox-texts.ts';
import styles from './messages.module.css';

const STATES = {
  all: undefined,
  dead: 'dead',
  failed: 'failed,expired',
  waiting: 'queued,sending,unknown',
} as const;
type Shown = keyof typeof STATES;

export function MessagesScreen() {
  const say = useTexts(outboxTexts);
  const refusalText = useRefusalText();
  const navigate = useNavigate();
  const { durum } = useSearch({ strict: false }) as { durum?: string };
  const shown: Shown = durum !== undefined && Object.hasOwn(STATES, durum) ? (durum as Shown) : 'all';
  const pages = useMessagePages(shown);
  const messages = pages.data?.pages.flatMap((page) => page.messages) ?? [];
  const first = pages.data?.pages[0];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <DemoPhone />
      </header>
      {first && <p className={styles.summary}>{first.dead > 0 ? say('summary', first) : say('allWell', first)}</p>}
      <SegmentedControl
        className={styles.filter}
        aria-label={say('show')}
        value={shown}
        data={(Object.keys(STATES) as Shown[]).map((value) => ({ value, label: say(`show.${value}`) }))}
        onChange={(value) =>
          void navigate({ to: '/iletiler', search: (value === 'all' ? {} : { durum: value }) as never, replace: true })
        }
      />
      {pages.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(pages.error)}
        </p>
      )}
      {pages.isLoading && <p className="hs-meta">{say('loading')}</p>}
      {pages.isSuccess && messages.length === 0 && <p>{say('none')}</p>}
      <ul className={styles.list}>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{say('more')}</Button>}
    </div>
  );
}

function useMessagePages(shown: Shown) {
  return useInfiniteQuery({
    queryKey: ['messages', shown],
    queryFn: ({ pageParam, signal }) =>
      api.get<MessagePage>('/api/v1/messages', { states: STATES[shown], after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 15_000,
  });
}

/** Only a demo has this page; a real house answers that there is none. */
function DemoPhone() {
  const say = useTexts(outboxTexts);
  const { data: there = false } = useQuery({
    queryKey: ['demo-phone'],
    queryFn: async () => (await fetch('/demo/telefon', { method: 'HEAD' })).ok,
    staleTime: Infinity,
    retry: false,
  });
  return there && <a href="/demo/telefon">{say('demo')}</a>;
}
