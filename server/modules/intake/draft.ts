/** A request on its way: what a citizen has typed so far, page by page. Nothing in it has been checked, so nothing typed is ever lost. */
import type { Place } from '../requests/door.ts';

export interface DraftBody {
  text: string;
  /** Undefined: not asked yet. Null: the citizen leaves it to us. */
  topic?: string | null | undefined;
  answers: Record<string, string>;
  place: TypedPlace;
  contact: TypedContact;
  /** Told to call 112 first: what the citizen said to it. */
  danger?: 'none' | 'called-112' | undefined;
  /** The request of somebody else that the citizen says is the same. */
  sameAs?: string | null | undefined;
  /** The known problem that the citizen says this is; null: another. */
  knownProblem?: string | null | undefined;
  /** The version of the privacy notice that stood on the page where they gave their details. */
  noticeSeen?: number | undefined;
  /** Names of the pages whose answer was accepted. */
  passed: string[];
}

export interface TypedPlace {
  /** Id of a neighbourhood, 'unknown', or empty. */
  neighbourhood: string;
  street: string;
  door: string;
  description: string;
  latitude: number | null;
  longitude: number | null;
}

export interface TypedContact {
  by: 'sms' | 'email' | 'anonymous' | '';
  name: string;
  phone: string;
  email: string;
  nationalId: string;
}

export interface DraftPhoto {
  id: string;
  fileId: string;
  /** As the citizen's own device calls it; shown back to them, never used as a path. */
  name: string;
  sha256: string;
  mediaType: string;
}

export interface Draft {
  id: string;
  body: DraftBody;
  photos: DraftPhoto[];
  /** Set once it was sent: the draft is then only a signpost to the request. */
  requestId: string | null;
}

/** What proves that a draft is one's own: the browser's key together with the draft's id. */
export interface DraftKey {
  id: string;
  key: string;
}

export const DRAFT_HOURS = 24;
export const MOST_PHOTOS = 5;

export function emptyDraftBody(): DraftBody {
  return {
    text: '',
    answers: {},
    place: { neighbourhood: '', street: '', door: '', description: '', latitude: null, longitude: null },
    contact: { by: '', name: '', phone: '', email: '', nationalId: '' },
    passed: [],
  };
}

/** The typed place as the one way in reads it; whether it is enough is `checkPlace`'s business. */
export function placeOf(typed: TypedPlace): Place {
  const id = /^\d{1,5}$/.test(typed.neighbourhood) ? Number(typed.neighbourhood) : null;
  return {
    neighbourhoodId: id,
    street: typed.street,
    door: typed.door,
    description: typed.description,
    latitude: typed.latitude,
    longitude: typed.longitude,
  };
}
