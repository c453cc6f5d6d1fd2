import { describe, expect, test } from 'vitest';
import type { Approval } from '../../../contract/answering.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import type { RequestKind } from './request.ts';
import { WHO_APPROVES, chainFor } from './who-approves.ts';

interface Case {
  why: string;
  kind?: RequestKind;
  outcome?: AssignmentOutcome | null;
  topic?: Approval;
  directorate?: Approval;
  rungs: string;
}

const CASES: readonly Case[] = [
  { why: 'a pothole that was filled needs nobody’s word', outcome: 'done', rungs: '' },
  { why: 'an ordinary wish that is not met is the clerk’s to explain', outcome: 'refused', rungs: '' },
  { why: 'an ordinary request forwarded to another body', outcome: 'forwarded', rungs: '' },
  { why: 'an interim answer to a complaint', outcome: null, rungs: '' },
  { why: 'a petition that is granted', kind: 'petition', outcome: 'done', rungs: 'manager' },
  {
    why: 'a petition forwarded (3071 m.5) says no to nobody',
    kind: 'petition',
    outcome: 'forwarded',
    rungs: 'manager',
  },
  { why: 'an interim answer to a petition', kind: 'petition', outcome: null, rungs: 'manager' },
  { why: 'a petition refused', kind: 'petition', outcome: 'refused', rungs: 'manager deputy-mayor' },
  { why: 'a petition not examined', kind: 'petition', outcome: 'not-examined', rungs: 'manager deputy-mayor' },
  { why: 'information that is given', kind: 'foi', outcome: 'information-given', rungs: 'manager' },
  { why: 'information that is refused', kind: 'foi', outcome: 'refused', rungs: 'manager deputy-mayor' },
  { why: 'an interim answer to an information request', kind: 'foi', outcome: null, rungs: 'manager' },
  { why: 'personal data told', kind: 'kvkk', outcome: 'information-given', rungs: 'manager' },
  { why: 'personal data refused', kind: 'kvkk', outcome: 'refused', rungs: 'manager deputy-mayor' },
  { why: 'a topic that wants the manager', outcome: 'done', topic: 'manager', rungs: 'manager' },
  { why: 'a topic that wants the manager, interim', outcome: null, topic: 'manager', rungs: 'manager' },
  { why: 'a topic that wants the deputy mayor also passes the manager', outcome: 'done', topic: 'deputy-mayor', rungs: 'manager deputy-mayor' }, // prettier-ignore
  { why: 'a directorate whose manager reads everything', outcome: 'done', directorate: 'manager', rungs: 'manager' },
  { why: 'a directorate whose deputy mayor reads everything', outcome: null, directorate: 'deputy-mayor', rungs: 'manager deputy-mayor' }, // prettier-ignore
  { why: 'the stricter of topic and directorate counts', outcome: 'done', topic: 'deputy-mayor', directorate: 'manager', rungs: 'manager deputy-mayor' }, // prettier-ignore
  { why: 'no topic makes a refusal under a law easier', kind: 'foi', outcome: 'refused', topic: 'none', rungs: 'manager deputy-mayor' }, // prettier-ignore
  { why: 'a duplicate of a petition is still answered under the law', kind: 'petition', outcome: 'duplicate', rungs: 'manager' }, // prettier-ignore
];

describe('whose approval an answer needs', () => {
  test.each(CASES)('$why: $rungs', ({ kind = 'complaint', outcome = 'done', topic = 'none', directorate = 'none', rungs }) => {
    const chain = chainFor({ kind, outcome, topic, directorate });
    expect(chain.map(({ rung }) => rung).join(' ')).toBe(rungs);
  }); // prettier-ignore

  test('every rung that was asked for says why', () => {
    const chain = chainFor({ kind: 'foi', outcome: 'refused', topic: 'manager', directorate: 'none' });
    expect(chain.map(({ why }) => why.map(({ from }) => from))).toEqual([['law', 'topic'], ['law']]);
    for (const { why } of WHO_APPROVES) expect(Object.values(why).every((text) => text.length > 20)).toBe(true);
  });
});
