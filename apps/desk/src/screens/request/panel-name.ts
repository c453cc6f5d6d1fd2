/** The forms of the request page, by what they do. */
export type PeriodStep = 'movePromise' | 'extend' | 'notifyFee' | 'feePaid' | 'remedy' | 'decision';

export const PERIOD_STEPS: readonly PeriodStep[] = [
  ...(['movePromise', 'extend', 'notifyFee', 'feePaid', 'remedy', 'decision'] as const),
];

export type PanelName =
  | 'reply'
  | 'note'
  | 'conclude'
  | 'assign'
  | 'hand'
  | 'return'
  | 'topic'
  | 'kind'
  | 'resume'
  | 'hear'
  | 'reopen'
  | 'refuseReopening'
  | 'cancel'
  | 'withdraw'
  | 'approve'
  | 'send-back'
  | 'merge'
  | 'announce'
  | 'release'
  | 'reopenIncident'
  | PeriodStep;
