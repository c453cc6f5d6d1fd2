import { isRefusal } from '../../kit/refusal.ts';

interface Fault {
  where?: string;
  field?: string;
  problem?: string;
  [key: string]: unknown;
}

/** What the server found wrong, as it names it: a place in the setting and what is the matter there. */
export function faultsIn(error: Error): string[] {
  if (!isRefusal(error)) return [];
  const { faults, problems, fields, field, problem } = error.details as {
    faults?: Fault[];
    problems?: Fault[];
    fields?: Fault[];
    field?: string;
    problem?: string;
  };
  const list = faults ?? problems ?? fields ?? (field === undefined ? [] : [{ field, problem }]);
  return list.map((fault) => [fault.where ?? fault.field, fault.problem].filter(Boolean).join(': '));
}
