import { describe, expect, test } from 'vitest';
import directorateData from '../../../data/directorates.json' with { type: 'json' };
import catalogue from '../../../data/topics.json' with { type: 'json' };

const directorates = new Set(directorateData.directorates.map(({ code }) => code));
const groups = new Set(catalogue.groups.map(({ code }) => code));
const topics: Topic[] = catalogue.topics as never;

interface Question {
  id: string;
  type: string;
  label: { tr: string; en: string };
  choices?: { value: string; label: { tr: string; en: string } }[];
  showIf?: { question: string; equals: string };
  required: boolean;
}
interface Topic {
  code: string;
  group: string;
  name: { tr: string; en: string };
  directorate: string;
  otherDirectorates: string[];
  owner: string[];
  firstResponse: unknown;
  conclusion: unknown;
  endsBy: string;
  anonymousAllowed: boolean;
  placeRequired: boolean;
  restricted: boolean;
  publicTopic: boolean;
  kind?: string;
  notOurs?: { body: { tr: string; en: string }; phone: string; hours: string; shared: boolean };
  questions: Question[];
  keywords: string[];
}

test('there are 98 topics in 9 groups, each code once', () => {
  expect(topics).toHaveLength(98);
  expect(groups.size).toBe(9);
  expect(new Set(topics.map(({ code }) => code)).size).toBe(98);
});

describe.each(topics.map((topic) => [topic.code, topic] as const))('%s', (code, topic) => {
  test('belongs to a group and to directorates that exist', () => {
    expect(code).toMatch(/^[A-Z]{3}-\d\d$/);
    expect(groups).toContain(topic.group);
    for (const directorate of [topic.directorate, ...topic.otherDirectorates])
      expect(directorates).toContain(directorate);
    for (const owner of topic.owner) expect(['district', 'metropolitan', 'utility', 'other']).toContain(owner);
  });
  test('has a service standard', () => {
    const units = ['minutes', 'hours', 'calendar-days', 'business-days'];
    for (const target of [topic.firstResponse, topic.conclusion]) {
      if (target === 'immediate') continue;
      expect(target).toEqual({
        amount: expect.any(Number),
        unit: expect.stringMatching(new RegExp(`^(${units.join('|')})$`)),
      });
    }
    expect(['work', 'forwarding', 'answer']).toContain(topic.endsBy);
  });
  test('says who it belongs to when it is not ours', () => {
    if (topic.owner.includes('district')) return;
    expect(topic.notOurs?.body.tr).toBeTruthy();
    expect(topic.notOurs?.body.en).toBeTruthy();
    expect(topic.notOurs?.phone).toMatch(/^\d{3}$/);
  });
  test('asks at most four optional questions, in both languages, each condition on one before it', () => {
    expect(topic.questions.length).toBeLessThanOrEqual(4);
    topic.questions.forEach((question, place) => {
      expect(question.label.tr && question.label.en).toBeTruthy();
      expect(question.required).toBe(false);
      expect(question.type === 'choice').toBe(question.choices !== undefined);
      if (question.showIf) {
        expect(topic.questions.slice(0, place).map(({ id }) => id)).toContain(question.showIf.question);
      }
    });
  });
  test('has many words and never the same twice', () => {
    expect(topic.keywords.length).toBeGreaterThanOrEqual(15);
    expect(new Set(topic.keywords).size).toBe(topic.keywords.length);
  });
});

test('what the law asks a name for is never anonymous, and what is private is never public', () => {
  for (const topic of topics) {
    if (['petition', 'foi', 'kvkk'].includes(topic.kind ?? '') || /^MAL-0[124-8]$/.test(topic.code))
      expect(topic.anonymousAllowed).toBe(false);
    if (topic.restricted) expect(topic.publicTopic).toBe(false);
  }
});

test('the suffixed forms of a directorate are those of its name', () => {
  for (const { name, forms } of directorateData.directorates) {
    expect(name.tr).toMatch(/Müdürlüğü$/);
    expect(forms).toEqual({
      dative: `${name.tr}'ne`,
      genitive: `${name.tr}'nün`,
      locative: `${name.tr}'nde`,
      ablative: `${name.tr}'nden`,
    });
  }
});
