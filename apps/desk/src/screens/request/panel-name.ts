/** The forms of the request page, by what they do. */
export type PanelName =
  | 'reply'
  | 'note'
  | 'conclude'
  | 'assign'
  | 'return'
  | 'topic'
  | 'reopen'
  | 'refuseReopening'
  | 'cancel'
  | 'approve'
  | 'send-back'
  | 'merge'
  | 'release'
  | 'reopenIncident';
