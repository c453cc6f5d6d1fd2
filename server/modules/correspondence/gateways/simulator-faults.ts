/** What a simulator has been told to do wrong, and how often. Tests and the drills order faults; nothing else does. */

export const FAULTS = [
  'timeout-before-accept',
  'timeout-after-accept',
  'reset-before-accept',
  'reset-after-accept',
  'server-error',
  'server-error-after-accept',
  'garbage',
  'huge-answer',
  'redirect',
  'slow',
  'rate-limit',
  'out-of-credit',
  'reject-number',
  'forbid-text',
  'early-receipts',
  'duplicate-receipts',
  'reordered-receipts',
  'lost-receipts',
  'undelivered',
] as const;

export type FaultName = (typeof FAULTS)[number];

export interface FaultOrder {
  fault: FaultName;
  /** Requests (or receipts) it strikes; without it, all until cleared. */
  times?: number;
  /** For `slow`, in milliseconds. */
  delayMs?: number;
  /** For `reject-number` and `undelivered`: numbers as the provider writes them, or their endings. */
  numbers?: string[];
  /** For `forbid-text`. */
  text?: string;
}

export interface FaultBook {
  order(order: FaultOrder): void;
  clear(): void;
  list(): FaultOrder[];
  /** Strikes once: the order if one stands, and one less of its times. */
  strike(fault: FaultName): FaultOrder | undefined;
  /** Whether a standing order names this number; not used up by asking. */
  names(fault: 'reject-number' | 'undelivered', number: string): boolean;
  /** Whether a standing order forbids this text. */
  forbids(text: string): boolean;
}

export function faultBook(): FaultBook {
  const orders = new Map<FaultName, FaultOrder>();
  return {
    order: (order) => void orders.set(order.fault, { ...order }),
    clear: () => orders.clear(),
    list: () => [...orders.values()],
    strike(fault) {
      const order = orders.get(fault);
      if (order?.times === undefined) return order;
      order.times -= 1;
      if (order.times <= 0) orders.delete(fault);
      return order;
    },
    names: (fault, number) => orders.get(fault)?.numbers?.some((ending) => number.endsWith(ending)) ?? false,
    forbids: (text) => text.includes(orders.get('forbid-text')?.text ?? '\0'),
  };
}

/** Reads an order that came over HTTP; null when it isn't one. */
export function parseFaultOrder(body: string): FaultOrder | null {
  try {
    const order: unknown = JSON.parse(body);
    if (typeof order !== 'object' || order === null || !('fault' in order)) return null;
    return FAULTS.includes(order.fault as FaultName) ? (order as FaultOrder) : null;
  } catch {
    return null;
  }
}
