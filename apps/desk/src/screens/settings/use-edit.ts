import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { withReason } from '../../kit/with-reason.ts';

/** A record being edited over the one that is saved: what was typed stays until it is published or undone. */
export function useEdit<Value>(saved: Value) {
  const [edited, setEdited] = useState<Value | null>(null);
  const value = edited ?? saved;
  return {
    value,
    write: (part: Partial<Value>) => setEdited({ ...value, ...part }),
    undo: () => setEdited(null),
  };
}

/** Publishes with a reason, then reads anew everything the screen shows under these keys. */
export function usePublish<Saved>(
  publish: (reason: string) => Promise<Saved>,
  { keys, onSaved }: { keys: readonly string[]; onSaved: (saved: Saved) => void },
) {
  const queries = useQueryClient();
  return useMutation<Saved, Error, string>({
    mutationFn: withReason(publish),
    onSuccess: async (saved) => {
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onSaved(saved);
    },
  });
}
