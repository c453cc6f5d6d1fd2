/**
 * HEART FILE. Which directorate gets a request first, and why: ordered rules, first match wins, pure. The reason is stored on the request,
 * because "why here?" is the first thing a directorate asks.
 */
import type { Topic } from '../catalogue/door.ts';

export interface RoutingQuestion {
  topic: Topic | null;
}

export interface RoutingRule {
  name: string;
  when(question: RoutingQuestion): boolean;
  /** Null: no directorate can be named, a person of the solution centre must look. */
  directorate(question: RoutingQuestion): string | null;
  why(question: RoutingQuestion): string;
}

export const ROUTING_RULES: readonly RoutingRule[] = [
  {
    name: 'no-topic',
    when: ({ topic }) => topic === null,
    directorate: () => null,
    why: () => 'Konu seçilmedi; çözüm merkezi belirleyecek.',
  },
  {
    name: 'not-ours',
    // The directorate that knows the matter forwards it to the competent body and tells the citizen (3071 m.5).
    when: ({ topic }) => topic !== null && !topic.owners.includes('district'),
    directorate: ({ topic }) => topic!.directorate,
    why: ({ topic }) => `Konu ${topic!.code} başka kurumun görevinde; iletmek üzere konunun müdürlüğüne verildi.`,
  },
  {
    name: 'by-topic',
    when: () => true,
    directorate: ({ topic }) => topic!.directorate,
    why: ({ topic }) => `Konu ${topic!.code} bu müdürlüğün.`,
  },
];

export interface Route {
  rule: string;
  directorate: string | null;
  why: string;
}

export function whoHandlesIt(question: RoutingQuestion, rules = ROUTING_RULES): Route {
  const rule = rules.find((each) => each.when(question));
  if (!rule) throw new Error('the last routing rule must match everything');
  return { rule: rule.name, directorate: rule.directorate(question), why: rule.why(question) };
}
