/** The few form parts every page is made of. Each prints its own error with the same words as the summary above. */
import { uiIcon } from '../../ui/icons.ts';
import type { UiIconName } from '../../ui/icons.ts';
import type { Markup, Piece } from './markup.ts';
import { html, raw } from './markup.ts';
import type { Say } from './texts/say.ts';

/** Something to fix: the field it stands at, and what to do in words. */
export interface Problem {
  field: string;
  message: string;
}

export interface FieldSpec {
  name: string;
  label: Piece;
  value: string;
  problems: readonly Problem[];
  hint?: string | undefined;
  /** True: the label is the page's only heading. */
  heading?: boolean;
  attributes?: Readonly<Record<string, string>>;
}

export function icon(name: UiIconName, size = 20): Markup {
  return raw(uiIcon(name, { size }));
}

/** `autofocus` moves a reader to it without a script. */
export function errorSummary(say: Say, problems: readonly Problem[]): Markup | undefined {
  if (problems.length === 0) return undefined;
  const title = problems.length === 1 ? say('error.one') : say('error.many', { n: problems.length });
  return html`<div class="errors" id="hata" tabindex="-1" role="alert" aria-labelledby="hata-baslik" autofocus>
    <h2 id="hata-baslik">${title}</h2>
    <ul>
      ${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
    </ul>
  </div>`;
}

export function textField(spec: FieldSpec): Markup {
  return field(
    spec,
    html`<input id="${spec.name}" name="${spec.name}" value="${spec.value}" ${attributes(spec, { type: 'text' })} />`,
  );
}

export function textArea(spec: FieldSpec & { rows: number }): Markup {
  // The parser drops one line break right after the tag; this one is for it.
  return field(
    spec,
    html`<textarea id="${spec.name}" name="${spec.name}" rows="${spec.rows}" ${attributes(spec)}>
${spec.value}</textarea>`,
  );
}

export interface Option {
  value: string;
  label: Piece;
  hint?: Piece;
  /** Fields that belong to this choice, right under it. */
  inside?: Piece;
}

export interface ChoiceSpec extends Omit<FieldSpec, 'attributes'> {
  options: readonly Option[];
  /** Side by side where there is room. */
  short?: boolean;
}

export function radios(spec: ChoiceSpec): Markup {
  const error = problemAt(spec);
  const { name } = spec;
  return html`<fieldset class="field${error ? ' wrong' : ''}" id="${name}" tabindex="-1" ${describedBy(spec)}>
    <legend>${spec.heading ? html`<h1>${spec.label}</h1>` : spec.label}</legend>
    ${hintOf(spec)}${errorOf(spec)}
    <div class="choices${spec.short ? ' short' : ''}">
      ${spec.options.map((option, at) => {
        const id = `${name}-${at + 1}`;
        return html`<div class="choice">
          <input
            type="radio"
            id="${id}"
            name="${name}"
            value="${option.value}"
            ${raw(option.value === spec.value ? ' checked' : '')}${option.hint ? raw(` aria-describedby="${id}-i"`) : ''}
          />
          <label for="${id}">${option.label}</label
          >${option.hint && html`<div class="hint" id="${id}-i">${option.hint}</div>`}${option.inside && html`<div class="inside">${option.inside}</div>`}
        </div>`;
      })}
    </div>
  </fieldset>`;
}

export function select(spec: FieldSpec & { options: readonly Option[] }): Markup {
  return field(
    spec,
    html`<select id="${spec.name}" name="${spec.name}" ${attributes(spec)}>
      ${spec.options.map(
        ({ value, label }) =>
          html`<option value="${value}" ${raw(value === spec.value ? ' selected' : '')}>${label}</option>`,
      )}
    </select>`,
  );
}

export function primaryButton(label: string, more: Readonly<Record<string, string>> = {}): Markup {
  return html`<button class="primary" ${spread(more)}>${label}</button>`;
}

export function hidden(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function field(spec: FieldSpec, control: Markup): Markup {
  const label = html`<label for="${spec.name}">${spec.label}</label>`;
  return html`<div class="field${problemAt(spec) ? ' wrong' : ''}">
    ${spec.heading ? html`<h1>${label}</h1>` : label} ${hintOf(spec)}${errorOf(spec)} ${control}
  </div>`;
}

function problemAt({ problems, name }: Pick<FieldSpec, 'problems' | 'name'>): string | undefined {
  return problems.find((problem) => problem.field === name)?.message;
}

function hintOf({ hint, name }: Pick<FieldSpec, 'hint' | 'name'>): Markup | undefined {
  return hint === undefined ? undefined : html`<div class="hint" id="${name}-ipucu">${hint}</div>`;
}

function errorOf(spec: Pick<FieldSpec, 'problems' | 'name'>): Markup | undefined {
  const message = problemAt(spec);
  return message === undefined ? undefined : html`<p class="error" id="${spec.name}-hata">${message}</p>`;
}

function describedBy(spec: Pick<FieldSpec, 'problems' | 'name' | 'hint'>): Markup | undefined {
  const ids = [
    ...(spec.hint === undefined ? [] : [`${spec.name}-ipucu`]),
    ...(problemAt(spec) === undefined ? [] : [`${spec.name}-hata`]),
  ];
  return ids.length === 0 ? undefined : html` aria-describedby="${ids.join(' ')}"`;
}

function attributes(spec: FieldSpec, defaults: Readonly<Record<string, string>> = {}): Piece {
  const wrong: Record<string, string> = problemAt(spec) === undefined ? {} : { 'aria-invalid': 'true' };
  return [describedBy(spec), spread({ ...defaults, ...wrong, ...spec.attributes })];
}

function spread(values: Readonly<Record<string, string>>): Piece {
  return Object.entries(values).map(([name, value]) => html` ${raw(name)}="${value}"`);
}
