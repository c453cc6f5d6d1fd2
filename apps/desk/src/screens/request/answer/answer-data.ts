/** How the desk reads drafts of answers and what is said of words while they are being written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { PreviewAsked } from '../../../../../../contract/answer-preview.ts';
import type {
  AnswerChecked,
  AnswerKind,
  DraftBody,
  DraftShown,
  DraftsShown,
} from '../../../../../../contract/answers.ts';
import { caseKeys } from '../../../case/case-data.ts';
import { api } from '../../../kit/api.ts';

export const draftsKey = (requestId: string) => [...caseKeys.page(requestId), 'answer-drafts'] as const;

export function useDrafts(requestId: string) {
  return useQuery({
    queryKey: draftsKey(requestId),
    queryFn: ({ signal }) => api.get<DraftsShown>(`/api/v1/requests/${requestId}/answer-drafts`, {}, signal),
  });
}

const PAUSE_MS = 400;

/** `seen`: asked again when something came to the case, a photo or somebody who follows it, because that changes what is asked of the answer. */
export function useAnswerCheck(
  assignmentId: string,
  { seen, ...asked }: { kind: AnswerKind; body: DraftBody; seen: number },
): AnswerChecked | undefined {
  const [settled] = useDebouncedValue(JSON.stringify(asked), PAUSE_MS);
  return useQuery({
    queryKey: ['answer-check', assignmentId, settled, seen],
    queryFn: () => api.post<AnswerChecked>(`/api/v1/assignments/${assignmentId}/answer-check`, JSON.parse(settled)),
    placeholderData: keepPreviousData,
    enabled: assignmentId !== '',
    staleTime: 30_000,
  }).data;
}

/** What the preview asks for words in a form. */
export function previewOf(
  assignmentId: string,
  { kind, body: { text, outcome, forwardedTo, grounds } }: { kind: AnswerKind; body: DraftBody },
): PreviewAsked {
  return { kind, assignmentId, text, outcome, forwardedTo, ...(grounds && { grounds }) };
}

/** The draft of this part that the person has in hand; there is one at most. */
export function draftInHand(
  drafts: readonly DraftShown[] | undefined,
  { assignmentId, kind }: { assignmentId: string; kind: AnswerKind },
): DraftShown | undefined {
  return drafts?.find((draft) => draft.assignmentId === assignmentId && draft.kind === kind && draft.may.write);
}

/** The draft that waits for this person's approval. */
export function draftToApprove(drafts: readonly DraftShown[] | undefined): DraftShown | undefined {
  return drafts?.find(({ may }) => may.approve);
}
