/** The frame every page stands in: band, plate, language, one column, footer. It knows no page by name. */
import { accentCss } from '../../ui/accent-css.ts';
import { logoPlate } from '../../ui/logo.ts';
import type { Language } from '../../text/language.ts';
import type { Profile } from '../modules/catalogue/door.ts';
import { assetPath } from './assets.ts';
import type { Markup, Piece } from './markup.ts';
import { html, raw } from './markup.ts';
import type { Say } from './texts/say.ts';

export interface Page {
  title: string;
  body: Piece;
  /** True: something on this page has to be fixed; the title says so first. */
  wrong?: boolean;
  /** Where "back" leads. Null: this page has no earlier one. */
  back?: string | null;
  /** How the other language is reached without losing what is on the page. */
  otherLanguage?: OtherLanguage;
  /** True: only looked at, so that it brings no script. */
  still?: boolean;
  /** What the page is about, in one sentence, for search engines. A page without it is one citizen's own and is not for them. */
  about?: string;
}

/** A link to the same page; or a button of the page's form, which sends along what has been typed. */
export type OtherLanguage = { href: string } | { form: string };

export interface Setting {
  profile: Profile | undefined;
  language: Language;
  say: Say;
}

export function layout({ profile, language, say }: Setting, page: Page): string {
  const name = profile?.name[language] ?? 'Hemşehri';
  const brand = profile?.brand[language] ?? '';
  const title = [page.wrong ? say('error.prefix') : '', page.title].filter(Boolean).join(' ');
  return String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <title>${title} – ${name}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          ${page.about ? html`<meta name="description" content="${page.about}" />` : raw('<meta name="robots" content="noindex" />')}
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          <link rel="preload" href="${assetPath('fonts/text.woff2')}" as="font" type="font/woff2" crossorigin />
          <link rel="stylesheet" href="${assetPath('portal.css')}" />
          ${profile && html`<link rel="icon" href="${iconAddress(profile)}" />`}
          ${
            profile &&
            html`<style>
              ${raw(accentCss(profile.accent))}
            </style>`
          }
          ${!page.still && html`<script type="module" src="${assetPath('portal.js')}"></script>`}
        </head>
        <body>
          <a class="skip" href="#icerik">${say('skip')}</a>
          <header class="top">
            <div class="column">
              <a class="home" href="/"
                >${profile && plateOf(profile)} <span><strong>${name}</strong><span>${brand}</span></span></a
              >
              ${languageSwitch(language, say, page.otherLanguage)}
            </div>
          </header>
          <div class="column">
            ${page.back && html`<nav aria-label="${say('back')}"><a class="back" href="${page.back}">${say('back')}</a></nav>`}
            <main id="icerik" tabindex="-1">${page.body}</main>
          </div>
          ${profile && footer(profile, language, say)}
        </body>
      </html> `,
  );
}

function languageSwitch(language: Language, say: Say, other: OtherLanguage | undefined): Markup | undefined {
  if (other === undefined) return undefined;
  const to = language === 'tr' ? 'en' : 'tr';
  if ('form' in other) {
    return html`<button class="language" form="${other.form}" name="dil" value="${to}" lang="${to}" formnovalidate>
      ${say('language.other')}
    </button>`;
  }
  const join = other.href.includes('?') ? '&' : '?';
  return html`<a class="language" href="${other.href}${join}dil=${to}" lang="${to}" hreflang="${to}"
    >${say('language.other')}</a
  >`;
}

function footer(profile: Profile, language: Language, say: Say): Markup {
  const { callCentre } = profile;
  return html`<footer class="foot">
    <div class="column">
      <p>
        ${say('footer.call')} ${phone(callCentre.printed, callCentre.number)}, ${callCentre.hours[language]}<br />
        ${say('footer.mail')} <a href="mailto:${profile.email}">${profile.email}</a>
      </p>
      <p class="links">
        <a href="/takip">${say('footer.track')}</a> <a href="/konular">${say('footer.topics')}</a>
        <a href="/aydinlatma">${say('footer.notice')}</a> <a href="/erisilebilirlik">${say('footer.access')}</a>
      </p>
      <p>${say('footer.cookies')}</p>
    </div>
  </footer>`;
}

/** Decoration: the name stands beside it. */
function plateOf({ initials, accent }: Profile): Markup {
  return raw(
    logoPlate({ initials, brand: accent, name: '', size: 44 }).replace(
      'role="img" aria-label=""',
      'aria-hidden="true"',
    ),
  );
}

/** The plate again, beside the page's name in the browser; in the page itself, so that it is no call of its own. */
function iconAddress({ initials, accent }: Profile): string {
  const plate = logoPlate({ initials, brand: accent, name: '' }).replace(
    '<svg ',
    '<svg xmlns="http://www.w3.org/2000/svg" ',
  );
  return `data:image/svg+xml,${encodeURIComponent(plate)}`;
}

/** A number is a link where a finger can press it, and plain text on a desk (portal.css). */
export function phone(printed: string, number: string): Markup {
  return html`<a class="phone" href="tel:${number.replace(/[^\d+]/g, '')}">${printed}</a>`;
}
