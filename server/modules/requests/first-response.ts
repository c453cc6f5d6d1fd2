/** Who else has answered the citizen first, where what counted as the first response was taken back. Pure. */
import type { Answer, Assignment } from './request.ts';

/** The earliest moment, not before `since`, at which one of these parts was taken or one of these answers given; null: nobody did. */
export function firstResponseSince(
  since: Date,
  parts: readonly Pick<Assignment, 'acceptedAt'>[],
  answers: readonly Pick<Answer, 'answeredAt'>[],
): Date | null {
  const moments = [...parts.map(({ acceptedAt }) => acceptedAt), ...answers.map(({ answeredAt }) => answeredAt)];
  return moments.reduce<Date | null>(
    (first, at) => (at === null || at < since || (first !== null && first <= at) ? first : at),
    null,
  );
}
