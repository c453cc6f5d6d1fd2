/**
 * HEART FILE. Whether what somebody is about to report is a problem we know of already. It decides only what is shown and offered: that it is the
 * same is said by whoever reports it.
 */
import type { Spot } from '../../places/door.ts';
import { familyOf, metresBetween } from '../../requests/door.ts';
import type { Extent, KnownProblem } from './known-problem.ts';

/** What is known so far of what somebody is about to report. */
export interface Reporting extends Spot {
  topicCode: string | null;
  /** Codes of the areas in which the spot lies. */
  areas: readonly string[];
}

/** same: place and topic are the problem's · maybe: one of them is, and the other does not speak against it · no. */
export type Fit = 'same' | 'maybe' | 'no';

type Sign = 'yes' | 'kindred' | 'unknown' | 'no';

/** The first row that holds decides. */
const FITS: readonly { topic: readonly Sign[]; place: readonly Sign[]; fit: Fit; why: string }[] = [
  { topic: ['no'], place: ['yes', 'unknown', 'no'], fit: 'no', why: 'Rubbish in a street without water is rubbish.' },
  { topic: ['yes', 'kindred', 'unknown'], place: ['no'], fit: 'no', why: 'The water of another street runs.' },
  { topic: ['yes'], place: ['yes'], fit: 'same', why: 'What, and where: nothing is left to ask.' },
  { topic: ['yes'], place: ['unknown'], fit: 'maybe', why: 'The caller has said what, and is about to say where.' },
  {
    topic: ['kindred', 'unknown'],
    place: ['yes'],
    fit: 'maybe',
    why: 'They are where it is, and people call a thing what they like: whoever asks is asked.',
  },
  {
    topic: ['kindred', 'unknown'],
    place: ['unknown'],
    fit: 'no',
    why: 'Nothing says so; a list of everything helps nobody who is talking.',
  },
];

export function fitOf(known: Pick<KnownProblem, 'topicCode' | keyof Extent>, reporting: Reporting): Fit {
  const [topic, place] = [topicSign(known, reporting), placeSign(known, reporting)];
  return FITS.find((row) => row.topic.includes(topic) && row.place.includes(place))?.fit ?? 'no';
}

function topicSign({ topicCode }: Pick<KnownProblem, 'topicCode'>, { topicCode: said }: Reporting): Sign {
  if (said === null) return 'unknown';
  if (said === topicCode) return 'yes';
  return familyOf(said) === familyOf(topicCode) ? 'kindred' : 'no';
}

function placeSign({ neighbourhoods, areas, point }: Extent, said: Reporting): Sign {
  if (neighbourhoods.length === 0 && areas.length === 0 && point === null) return 'yes';
  const inList = said.neighbourhoodId !== null && neighbourhoods.includes(said.neighbourhoodId);
  if (inList || said.areas.some((code) => areas.includes(code))) return 'yes';
  const metres = point === null ? null : metresBetween(point, said);
  if (metres !== null) return metres <= point!.metres ? 'yes' : 'no';
  // A neighbourhood without a point may still be the one the point lies in.
  return said.neighbourhoodId === null || (point !== null && neighbourhoods.length + areas.length === 0)
    ? 'unknown'
    : 'no';
}
