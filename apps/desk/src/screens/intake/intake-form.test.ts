import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { deskRequestOf, emptyForm, fieldOf, isTouched, questionsAsked, requestOf } from './intake-form.ts';

const label = { tr: '', en: '' };
const topic = {
  code: 'YOL-04',
  questions: [
    { id: 'passable', type: 'yes-no', label, required: false },
    { id: 'why', type: 'text', label, required: false, showIf: { question: 'passable', equals: 'no' } },
    { id: 'who', type: 'text', label, required: false, showIf: { question: 'why', equals: 'x' } },
  ],
} as unknown as Topic;
const form = { ...emptyForm('key'), text: 'Kaldırım çökmüş' };

describe('what is sent of the intake form', () => {
  it('holds nobody when no name was said', () => {
    expect(requestOf(form, topic)).toMatchObject({ topic: 'YOL-04', person: null, danger: false, answers: [] });
  });

  it('holds a known caller by id and never with a name', () => {
    const { person } = requestOf({ ...form, citizenId: 'c', name: 'Emine', notifyBy: 'sms' }, topic);
    expect(person).toEqual({ citizenId: 'c', notifyBy: 'sms' });
  });

  it('leaves out an answer to a question that is no longer asked', () => {
    const answers = { passable: 'yes', why: 'dar' };
    expect(requestOf({ ...form, answers }, topic).answers).toEqual([{ question: 'passable', value: 'yes' }]);
  });

  it('says where a paper came from, and leaves empty fields out', () => {
    const sent = deskRequestOf({ ...form, channel: 'cimer', receivedOn: '2026-03-13' }, undefined);
    expect(sent).toMatchObject({ channel: 'cimer', receivedOn: '2026-03-13', topic: null });
    expect(sent).not.toHaveProperty('externalNumber');
  });
});

it('asks a question only while the one it depends on is asked', () => {
  const ids = (answers: Record<string, string>) => questionsAsked(topic, answers).map(({ id }) => id);
  expect(ids({})).toEqual(['passable']);
  expect(ids({ passable: 'no' })).toEqual(['passable', 'why']);
  expect(ids({ passable: 'yes', why: 'x' })).toEqual(['passable']);
});

it('knows whether anything would be lost', () => {
  expect(isTouched(emptyForm('a'))).toBe(false);
  expect(isTouched(form)).toBe(true);
});

it('finds the field a refusal speaks of', () => {
  expect(fieldOf('place-missing', {})).toBe('neighbourhood');
  expect(fieldOf('contact-missing', { field: 'email' })).toBe('email');
  expect(fieldOf('fault', {})).toBeNull();
});
