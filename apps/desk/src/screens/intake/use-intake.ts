/** The acts of the intake screen: take a call, save a request, close the call. What was typed changes only when the server has it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CallPurpose, CallShown, FormLinkSent } from '../../../../../contract/calls.ts';
import type { RecordedForCitizen } from '../../../../../contract/intake.ts';
import { api } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import { useTopicInEffect } from './intake-data.ts';
import { deskRequestOf, emptyForm, fieldOf, newClientKey, requestOf } from './intake-form.ts';
import type { IntakeForm } from './intake-form.ts';
import { nothingKept, useKept } from './kept.ts';
import type { Mode } from './kept.ts';

export type Intake = ReturnType<typeof useIntake>;

export function useIntake(mode: Mode) {
  const [kept, change, wasThere] = useKept(mode);
  const topicInEffect = useTopicInEffect();
  const queries = useQueryClient();
  const callKey = useRef(newClientKey());

  const take = useMutation({
    mutationFn: (line: string) =>
      api.post<CallShown>('/api/v1/calls', { phone: line.trim() || null, clientKey: callKey.current }),
    onSuccess: (call, line) => {
      callKey.current = newClientKey();
      change({ ...nothingKept(), call, line: line.trim() });
    },
  });
  const save = useMutation({
    mutationFn: async () => {
      const topic = await topicInEffect(kept.form);
      return mode === 'desk'
        ? api.post<RecordedForCitizen>('/api/v1/requests', deskRequestOf(kept.form, topic))
        : api.post<RecordedForCitizen>(`/api/v1/calls/${kept.call!.id}/requests`, requestOf(kept.form, topic));
    },
    onSuccess: (recorded) => {
      change({ recorded, form: emptyForm(newClientKey()), purpose: 'request' });
      for (const read of ['caller', 'known-near']) void queries.invalidateQueries({ queryKey: [read] });
    },
  });
  const formLink = useMutation({
    mutationFn: (phone: string) =>
      api.post<FormLinkSent>(`/api/v1/calls/${kept.call!.id}/form-link`, {
        language: kept.form.language,
        ...(phone.trim() !== '' && { phone }),
      }),
    onSuccess: () => change({ purpose: kept.purpose === 'request' ? 'request' : 'foi-form' }),
  });
  const end = useMutation({
    mutationFn: ({ purpose, note }: { purpose: CallPurpose; note?: string }) =>
      api.post(`/api/v1/calls/${kept.call!.id}/end`, { purpose, ...(note !== undefined && { note }) }),
    onSuccess: () => change(nothingKept()),
  });

  const refused = save.error instanceof Refusal ? fieldOf(save.error.code, save.error.details) : null;
  useEffect(() => {
    if (refused !== null) focusField(refused);
  }, [refused, save.failureCount, save.submittedAt]);

  return {
    ...{ mode, kept, wasThere, take, save, formLink, end },
    form: kept.form,
    write: (part: Partial<IntakeForm>) => change({ form: { ...kept.form, ...part } }),
    /** Takes it as the known problem; what is left to ask is who they are. */
    join: (part: Partial<IntakeForm>) => {
      change({ form: { ...kept.form, ...part }, lastKnown: part.knownProblem ?? null });
      focusSoon(kept.form.citizenId === null ? 'name' : 'door');
    },
    again: () => change({ recorded: null, form: emptyForm(newClientKey()) }),
    readStatus: () => change({ purpose: kept.purpose ?? 'status' }),
    /** The field the last refusal speaks of. */
    refused,
  };
}

/** After what is being drawn stands, as in move-on.ts. */
function focusSoon(field: string): void {
  queueMicrotask(() => focusField(field));
}

function focusField(field: string): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"], [data-field="${field}"] input`)?.focus();
}
