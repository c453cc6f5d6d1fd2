/** What the palette (Ctrl+K) can do at this moment. A screen adds its own while it is open; screens.ts adds the ways to screens. */
import { useEffect, useRef } from 'react';
import { makeStore, useStore } from './store.ts';

export interface Command {
  id: string;
  title: string;
  /** More words it is found by, in any language. */
  words?: string;
  /** As written for useShortcut: shown at the right, so that the palette teaches it. */
  keys?: string;
  act: () => void;
}

const groups = makeStore<readonly (readonly Command[])[]>([]);

/** The commands of an open screen; give the same ones for as long as they do the same. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const signature = commands.map(({ id, title }) => `${id}\n${title}`).join('\n');
  useEffect(() => {
    const group = latest.current.map((command, place) => ({ ...command, act: () => latest.current[place]?.act() }));
    groups.set([...groups.get(), group]);
    return () => groups.set(groups.get().filter((each) => each !== group));
  }, [signature]);
}

/** Those of what lies on top first: the request that is open, then the list, then the desk. */
export function useAllCommands(): Command[] {
  return [...useStore(groups)].reverse().flat();
}
