/** The demo's telephone: what the simulated gateways were given, newest first, so that a visitor can read the SMS a citizen would get. */
import { html } from 'hono/html';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { formatDateTime } from '../../text/format.ts';
import { assetPath } from '../portal/assets.ts';
import type { Received } from './received.ts';
import { received } from './received.ts';

/** @param folder where the simulators write what they accept */
export function demoRoutes(folder: string): Route[] {
  return [
    pageRoute({
      method: 'GET',
      path: '/demo/telefon',
      summary: 'Demo only: messages the simulated gateways received',
      who: 'anyone',
      handle: async ({ reply }) =>
        reply.type('text/html; charset=utf-8').send(String(await page(await received(folder, MOST)))),
    }),
  ];
}

const MOST = 100;

function page(messages: readonly Received[]) {
  return html`<!doctype html>
    <html lang="tr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Demo telefonu</title>
        <link rel="stylesheet" href="${assetPath('portal.css')}" />
      </head>
      <body>
        <div class="column">
          <main>
            <h1>Demo telefonu</h1>
            <p>
              Gerçek bir telefona ileti gönderilmez. Aşağıda, benzetilen SMS ve e-posta sağlayıcısının aldığı iletiler
              var.
            </p>
            ${
              messages.length === 0
                ? html`<p>Henüz ileti yok.</p>`
                : html`<ol class="plain" role="list">
                    ${messages.map(one)}
                  </ol>`
            }
          </main>
        </div>
      </body>
    </html>`;
}

function one({ to, text, at, by }: Received) {
  return html`<li>
    <p><b>${to}</b> · ${formatDateTime(at, 'tr')} · ${by}</p>
    <p class="words">${text}</p>
  </li>`;
}
