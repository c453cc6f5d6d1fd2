/** What happens in the house while this page is open: one stream for the whole desk, only of what this person may see. */
import { useEffect, useRef } from 'react';
import { makeStore } from './store.ts';
import { loadSession } from './session.ts';

export interface LiveFact {
  /** Grows; facts of one request come in their order. */
  id: number;
  /** Name of the fact: 'request-recorded', 'work-begun'. */
  fact: string;
  request: string;
}

/** Of what is no request; each kind of news has an event of its own. */
export interface LiveNews {
  id: number;
  fact: string;
  subject: string;
}

const NEWS = ['planned'] as const;
type NewsKind = (typeof NEWS)[number];

interface Listener {
  fact?: (fact: LiveFact) => void;
  /** What the signed-in person may has changed. */
  rights?: () => void;
  /** There is news for the signed-in person themselves: a notice, as a rule. */
  mine?: () => void;
  news?: (kind: NewsKind, news: LiveNews) => void;
}

const listeners = new Set<Listener>();
let stream: EventSource | null = null;

/** True while the stream is open: what is shown is as new as it can be. */
export const live = makeStore(false);

/** Calls `act` for every fact while the component is there. */
export function useLive(act: (fact: LiveFact) => void): void {
  useListener({ fact: act });
}

/** Calls `act` when what the person may has changed: their role, or whose place they stand in. */
export function useRightsChanged(act: () => void): void {
  useListener({ rights: act });
}

/** Calls `act` when there is news for the person themselves. */
export function useMine(act: () => void): void {
  useListener({ mine: act });
}

/** Calls `act` when something of that kind happened that the person may know of. */
export function useNews(kind: NewsKind, act: (news: LiveNews) => void): void {
  useListener({ news: (of, news) => of === kind && act(news) });
}

function useListener(given: Listener): void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  useEffect(() => {
    const listener: Listener = {
      fact: (fact) => latest.current.fact?.(fact),
      rights: () => latest.current.rights?.(),
      mine: () => latest.current.mine?.(),
      news: (kind, news) => latest.current.news?.(kind, news),
    };
    listeners.add(listener);
    open();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) close();
    };
  }, []);
}

function open(): void {
  if (stream !== null) return;
  stream = new EventSource('/api/v1/live');
  stream.onopen = () => live.set(true);
  stream.addEventListener('fact', (event) => {
    const fact = JSON.parse((event as MessageEvent<string>).data) as LiveFact;
    for (const listener of [...listeners]) listener.fact?.(fact);
  });
  stream.addEventListener('rights', () => [...listeners].forEach((listener) => listener.rights?.()));
  stream.addEventListener('mine', () => [...listeners].forEach((listener) => listener.mine?.()));
  for (const kind of NEWS)
    stream.addEventListener(kind, (event) => {
      const news = JSON.parse((event as MessageEvent<string>).data) as LiveNews;
      for (const listener of [...listeners]) listener.news?.(kind, news);
    });
  stream.onerror = () => {
    live.set(false);
    // The browser tries again by itself unless the server refused: then the session may be over.
    if (stream?.readyState === EventSource.CLOSED) comeBack();
  };
}

function comeBack(): void {
  close();
  setTimeout(() => {
    loadSession().then(
      () => listeners.size > 0 && open(),
      () => listeners.size > 0 && comeBack(),
    );
  }, 5000);
}

function close(): void {
  stream?.close();
  stream = null;
  live.set(false);
}
