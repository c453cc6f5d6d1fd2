import { glyph } from '../../../../ui/glyphs.ts';
import type { GlyphName } from '../../../../ui/glyphs.ts';
import type { Outcome } from '../../../../contract/endings.ts';
import type { AssignmentState, RequestState } from '../../../../contract/requests.ts';

const OF_STATE: Record<RequestState, GlyphName> = {
  received: 'received',
  'in-review': 'in_review',
  assigned: 'assigned',
  'in-progress': 'in_progress',
  'waiting-for-citizen': 'waiting_citizen',
  merged: 'assigned',
  concluded: 'concluded',
  'reopen-requested': 'reopened',
  reopened: 'reopened',
  withdrawn: 'cancelled',
  cancelled: 'cancelled',
};

const OF_PART: Record<AssignmentState, GlyphName> = {
  offered: 'assigned',
  accepted: 'in_review',
  'in-progress': 'in_progress',
  'on-site': 'on_site',
  returned: 'reopened',
  answered: 'concluded',
  merged: 'assigned',
  cancelled: 'cancelled',
};

/** Forwarded and refused are ends of their own and never wear the check of a finished one. */
export function glyphOf(state: RequestState, outcome: Outcome | null): GlyphName {
  if (state === 'concluded' && outcome === 'forwarded') return 'forwarded';
  if (state === 'concluded' && (outcome === 'refused' || outcome === 'not-examined')) return 'rejected';
  return OF_STATE[state];
}

export function StateGlyph({ state, outcome }: { state: RequestState; outcome: Outcome | null }) {
  return <Glyph name={glyphOf(state, outcome)} />;
}

export function PartGlyph({ state }: { state: AssignmentState }) {
  return <Glyph name={OF_PART[state]} />;
}

/** Drawn by our own ui/glyphs.ts, so the markup holds nothing anybody typed. */
export function Glyph({ name }: { name: GlyphName }) {
  return <span aria-hidden dangerouslySetInnerHTML={{ __html: glyph(name) }} />;
}
