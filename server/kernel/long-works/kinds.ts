/** How modules declare what they can do that takes long. The kinds stand in one list (server/works.ts); each is handed only works of its own kind. */
import type { ItemKind, StepKind, WorkKind } from '../house.ts';

export type { ItemKind, StepKind, WorkKind };

export function itemWork<Input>(kind: ItemKind<Input>): WorkKind {
  return kind as ItemKind<never> as ItemKind;
}

export function stepWork<Input, Cursor>(kind: StepKind<Input, Cursor>): WorkKind {
  return kind as StepKind<never, never> as StepKind;
}
