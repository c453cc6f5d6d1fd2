import { useSyncExternalStore } from 'react';

/** One value outside React that components can watch. */
export interface Store<Value> {
  get(): Value;
  set(next: Value): void;
  watch(act: () => void): () => void;
}

export function makeStore<Value>(first: Value): Store<Value> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const act of [...watchers]) act();
    },
    watch(act) {
      watchers.add(act);
      return () => void watchers.delete(act);
    },
  };
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.watch, store.get);
}
