/** The states of a request and of its parts, in the citizen's words. What leads from one to another stands in lifecycle.ts. */
export const REQUEST_STATES = {
  received: { tr: 'Alındı', en: 'Received' },
  'in-review': { tr: 'İncelemede', en: 'In review' },
  assigned: { tr: 'Birime iletildi', en: 'With the directorate' },
  'in-progress': { tr: 'İşlemde', en: 'In progress' },
  'waiting-for-citizen': { tr: 'Ek bilgi bekleniyor', en: 'Waiting for your answer' },
  merged: { tr: 'Birleştirildi', en: 'Merged' },
  concluded: { tr: 'Sonuçlandırıldı', en: 'Concluded' },
  'reopen-requested': { tr: 'Yeniden bakılması istendi', en: 'Reopening requested' },
  reopened: { tr: 'Yeniden açıldı', en: 'Reopened' },
  withdrawn: { tr: 'Geri çekildi', en: 'Withdrawn' },
  cancelled: { tr: 'İptal edildi', en: 'Cancelled' },
} as const;
export type RequestState = keyof typeof REQUEST_STATES;

export const ASSIGNMENT_STATES = {
  offered: { tr: 'Birime iletildi', en: 'Offered' },
  accepted: { tr: 'Kabul edildi', en: 'Accepted' },
  'in-progress': { tr: 'İşlemde', en: 'In progress' },
  'on-site': { tr: 'Sahada', en: 'On site' },
  returned: { tr: 'İade edildi', en: 'Returned' },
  answered: { tr: 'Yanıtlandı', en: 'Answered' },
  merged: { tr: 'Birleştirildi', en: 'Merged' },
  cancelled: { tr: 'İptal edildi', en: 'Cancelled' },
} as const;
export type AssignmentState = keyof typeof ASSIGNMENT_STATES;

export const OPEN_STATES: readonly RequestState[] = [
  'received',
  'in-review',
  'assigned',
  'in-progress',
  'waiting-for-citizen',
  'merged',
  'reopened',
];
export const OPEN_ASSIGNMENT_STATES: readonly AssignmentState[] = ['offered', 'accepted', 'in-progress', 'on-site'];

export function isOpen(state: RequestState): boolean {
  return OPEN_STATES.includes(state);
}

/** Open, and waiting for somebody's work on itself: one that follows a lead waits there. */
export const isWorkedOn = (state: RequestState): boolean => isOpen(state) && state !== 'merged';
