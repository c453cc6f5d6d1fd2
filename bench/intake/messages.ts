/** What the bench and the two servers it holds side by side say to each other. */
export interface Recipe {
  statements: { text: string; values: unknown[] }[];
  /** What the house answered; the bare server answers the same bytes. */
  answer: string;
}

export type Operation = 'create' | 'list' | 'find';
export const OPERATIONS: readonly Operation[] = ['create', 'list', 'find'];

export type Order =
  | { order: 'record' }
  | { order: 'recorded' }
  | { order: 'cpu' }
  | { order: 'recipes'; recipes: Record<Operation, Recipe>; again: Recipe };

export type Answer = { ready: string } | { statements: Recipe['statements'] } | { cpuMs: number } | { taken: true };

/** Sends an order to a child and waits for its answer. */
export interface Child {
  ask(order: Order): Promise<Answer>;
  url: string;
  stop(): Promise<void>;
}
