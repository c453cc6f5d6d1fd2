import { checkPlace, placeOf } from '../../modules/intake/door.ts';
import type { DraftBody, TypedPlace } from '../../modules/intake/door.ts';
import { listNeighbourhoods, neighbourhoodById } from '../../modules/places/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Form } from '../visit.ts';
import { hidden, icon, primaryButton, select, textArea, textField } from '../parts.ts';
import { knownOf } from './known.ts';
import { problemsOf } from './refusal-words.ts';
import { similarOf } from './similar.ts';
import type { Flow, StepPage } from './step-page.ts';
import { pathOf, stepForm, stepNumber } from './step-page.ts';

/** Words first: a map can be added where a script runs, and is never needed. A vague place is never refused. */
export const placePage: StepPage = {
  step: 'place',
  summary: 'New request: where',

  read: (body, { form }) => ({ ...body, place: readPlace(body, form) }),

  check: ({ visit, body, topic }) => problemsOf(visit, () => checkPlace(placeOf(body.place), topic)),

  async leave(flow) {
    if (flow.visit.form.noktasiz !== undefined) return pathOf(flow, 'place');
    if (flow.visit.form.don === 'kontrol') return null;
    if (!flow.body.passed.includes('known') && (await knownOf(flow)).length > 0) return pathOf(flow, 'known');
    if (flow.body.knownProblem || flow.body.passed.includes('similar')) return null;
    return (await similarOf(flow)).length > 0 ? pathOf(flow, 'similar') : null;
  },

  async show(flow, problems) {
    const { visit, body, topic } = flow;
    const { say } = visit;
    const { place } = body;
    const content = html`${stepNumber(flow, 'place')}
      <h1>${say('place.title')}</h1>
      ${topic === null && html`<p class="lead">${say('place.optional')}</p>`}
      ${select({ name: 'mahalle', label: say('place.neighbourhood'), value: place.neighbourhood, problems, options: await neighbourhoodOptions(flow) })}
      <div class="pair">
        ${textField({
          name: 'sokak',
          label: say('place.street'),
          value: place.street,
          problems,
          attributes: { autocomplete: 'off', 'data-streets': '/basvuru/sokaklar', list: 'sokaklar' },
        })}
        ${textField({ name: 'kapi', label: html`${say('place.door')} <span class="unit">${say('optional')}</span>`, value: place.door, problems, attributes: { autocomplete: 'off', class: 'short' } })}
      </div>
      <datalist id="sokaklar"></datalist>
      ${textArea({ name: 'tarif', label: say('place.description'), hint: say('place.descriptionHint'), value: place.description, problems, rows: 3 })}
      ${pointLine(flow)} ${primaryButton(say('continue'))}`;
    return { title: say('place.title'), body: stepForm(flow, { step: 'place', content }) };
  },
};

function pointLine(flow: Flow): Markup {
  const { say, profile } = flow.visit;
  const { latitude, longitude } = flow.body.place;
  const texts = {
    busy: say('place.locating'),
    failed: say('place.locateFailed'),
    done: say('place.located', { yer: '{yer}' }),
    outside: say('place.outside', { ilce: profile.district }),
  };
  return html`${hidden('enlem', latitude === null ? '' : String(latitude))}${hidden('boylam', longitude === null ? '' : String(longitude))}
    ${latitude !== null && html`<p class="point">${icon('place')} ${say('place.point')} <button class="link" name="noktasiz" value="1" formnovalidate>${say('place.pointRemove')}</button></p>`}
    <p
      class="tools"
      data-place
      hidden
      data-busy="${texts.busy}"
      data-failed="${texts.failed}"
      data-done="${texts.done}"
      data-outside="${texts.outside}"
      data-nearest="/basvuru/en-yakin"
    >
      <button type="button" class="link" data-locate>${icon('place')} ${say('place.locate')}</button>
      <button class="link" data-map formnovalidate formaction="/basvuru/harita">${say('place.map')}</button>
      <span role="status" data-place-status></span>
    </p>`;
}

async function neighbourhoodOptions({ visit }: Flow) {
  const { say, house } = visit;
  const list = (await listNeighbourhoods(house.db)).filter(({ active }) => active);
  return [
    { value: '', label: say('place.choose') },
    ...list.map(({ id, name }) => ({ value: String(id), label: name })),
    { value: 'unknown', label: say('place.unknown') },
  ];
}

export function readPlace({ place }: DraftBody, form: Form): TypedPlace {
  const typed = (name: string, before: string) => (form[name] ?? before).slice(0, 5000);
  const point = form.noktasiz === undefined ? readPoint(form, place) : { latitude: null, longitude: null };
  return {
    neighbourhood: /^(\d{1,5}|unknown|)$/.test(form.mahalle ?? '?') ? form.mahalle! : place.neighbourhood,
    street: typed('sokak', place.street),
    door: typed('kapi', place.door),
    description: typed('tarif', place.description),
    ...point,
  };
}

/** Outside Türkiye a point is a mistake of the device; it is left out and the words stand. */
function readPoint(
  form: Form,
  before: Pick<TypedPlace, 'latitude' | 'longitude'>,
): Pick<TypedPlace, 'latitude' | 'longitude'> {
  if (form.enlem === undefined || form.boylam === undefined) return before;
  const [latitude, longitude] = [Number(form.enlem), Number(form.boylam)];
  const known = form.enlem !== '' && latitude >= 35 && latitude <= 43 && longitude >= 25 && longitude <= 46;
  return known ? { latitude, longitude } : { latitude: null, longitude: null };
}

/** The place as one line for reading back. */
export async function placeInWords(flow: Flow): Promise<string> {
  const { neighbourhoodId, street, door, description } = checkPlace(placeOf(flow.body.place), null);
  const home = neighbourhoodId === null ? undefined : await neighbourhoodById(flow.visit.house.db, neighbourhoodId);
  return [home?.fullName, [street, door].filter(Boolean).join(' '), description].filter(Boolean).join(', ');
}
