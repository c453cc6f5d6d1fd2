/** The rule set while it is being written: over the one in force, kept in this browser until it is published or undone. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule, RulesInForce } from '../../../../../../contract/routing.ts';
import { api } from '../../../kit/api.ts';
import { useDraft } from '../../../kit/drafts.ts';

export const RULES_PATH = '/api/v1/routing/rules';

export function useRulesInForce() {
  return useQuery({
    queryKey: ['routing-rules'],
    queryFn: ({ signal }) => api.get<RulesInForce>(RULES_PATH, {}, signal),
  });
}

export interface WrittenRules {
  rules: readonly Rule[];
  /** The version the writing began from. */
  version: number;
  isChanged: boolean;
  write(rule: Rule): void;
  /** A new rule at the top: an exception stands above what it excepts from. Gives its id. */
  add(): string;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  /** The rule taken out last, to be put back where it was. */
  removed: Rule | null;
  putBack(): void;
  undo(): void;
  /** Goes on with these rules over a version others published meanwhile. */
  goOnOver(version: number): void;
}

interface Kept {
  version: number;
  rules: Rule[];
}

/** A draft of an older version stays: what others published meanwhile is told at publishing, and nothing typed is lost. */
export function useRules(inForce: RulesInForce): WrittenRules {
  const draft = useDraft('routing-rules');
  const [taken, setTaken] = useState<{ rule: Rule; at: number } | null>(null);
  const kept = read(draft.text);
  const { rules, version } = kept ?? inForce;
  const keep = (next: readonly Rule[]) => {
    const isBack = JSON.stringify(next) === JSON.stringify(inForce.rules);
    draft.write(isBack ? '' : JSON.stringify({ version, rules: next }));
  };
  return {
    rules,
    version,
    isChanged: kept !== null,
    write: (rule) => keep(rules.map((each) => (each.id === rule.id ? rule : each))),
    add() {
      const rule = emptyRule();
      keep([rule, ...rules]);
      return rule.id;
    },
    move(id, by) {
      const at = rules.findIndex((each) => each.id === id);
      const to = at + by;
      if (at < 0 || to < 0 || to >= rules.length) return;
      const next = [...rules];
      [next[at], next[to]] = [next[to]!, next[at]!];
      keep(next);
    },
    remove(id) {
      const at = rules.findIndex((each) => each.id === id);
      if (at < 0) return;
      setTaken({ rule: rules[at]!, at });
      keep(rules.filter((each) => each.id !== id));
    },
    removed: taken?.rule ?? null,
    putBack() {
      if (taken === null) return;
      keep(rules.toSpliced(taken.at, 0, taken.rule));
      setTaken(null);
    },
    undo() {
      setTaken(null);
      draft.clear();
    },
    goOnOver: (newer) => draft.write(JSON.stringify({ version: newer, rules })),
  };
}

function read(text: string): Kept | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return null;
  }
}

/** Random enough to be nobody else's; the browser's own maker of ids is there only on encrypted connections. */
function emptyRule(): Rule {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  return { id, name: '', when: {}, to: { directorate: '', unit: null, person: null }, why: { tr: '', en: '' } };
}
