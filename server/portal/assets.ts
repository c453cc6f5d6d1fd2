/**
 * The files beside the pages: one style sheet, the script, the fonts. Read once at start, named by their content so that a browser keeps
 * them for ever and a new release is seen at once. Served from memory, compressed once.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { refuse } from '../kernel/refusals.ts';

interface Asset {
  type: string;
  plain: Buffer;
  /** Fonts are compressed already. */
  packed: { br: Buffer; gzip: Buffer } | null;
}

const ui = fileURLToPath(new URL('../../ui/', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));

const assets = readAssets();
const version = versionOf(assets);

/** The address of a file, with the version of all of them in it: the style sheet names the fonts relative to itself. */
export function assetPath(name: string): string {
  if (!assets.has(name)) throw new Error(`no such portal file: ${name}`);
  return `/portal/${version}/${name}`;
}

export const assetRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: '/portal/:version/*',
    summary: 'Style sheet, script and fonts of the portal',
    who: 'anyone',
    handle: async ({ params, request, reply }) =>
      sendAsset(reply, params['*'] ?? '', request.headers['accept-encoding'] ?? ''),
  }),
];

function sendAsset(reply: FastifyReply, name: string, accepted: string): FastifyReply {
  const asset = assets.get(name);
  if (!asset) throw refuse('not-found');
  void reply
    .type(asset.type)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding');
  if (asset.packed && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.packed.br);
  if (asset.packed && /\bgzip\b/.test(accepted))
    return reply.header('content-encoding', 'gzip').send(asset.packed.gzip);
  return reply.send(asset.plain);
}

function readAssets(): Map<string, Asset> {
  const found = new Map<string, Asset>();
  const sheets = [`${ui}tokens.css`, `${ui}fonts.css`, `${here}portal.css`, `${here}parts.css`];
  const css = sheets.map((path) => readFileSync(path, 'utf8')).join('\n');
  found.set('portal.css', packed('text/css; charset=utf-8', withoutComments(css)));
  for (const name of readdirSync(`${here}browser`).filter((each) => each.endsWith('.js'))) {
    found.set(name, packed('text/javascript; charset=utf-8', readFileSync(`${here}browser/${name}`, 'utf8')));
  }
  for (const name of readdirSync(`${ui}fonts`).filter((each) => each.endsWith('.woff2'))) {
    found.set(`fonts/${name}`, { type: 'font/woff2', plain: readFileSync(`${ui}fonts/${name}`), packed: null });
  }
  return found;
}

function packed(type: string, text: string): Asset {
  const plain = Buffer.from(text);
  return { type, plain, packed: { br: brotliCompressSync(plain), gzip: gzipSync(plain) } };
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s*/g, '\n');
}

function versionOf(all: Map<string, Asset>): string {
  const hash = createHash('sha256');
  for (const [name, { plain }] of [...all].sort(([left], [right]) => (left < right ? -1 : 1)))
    hash.update(name).update(plain);
  return hash.digest('hex').slice(0, 12);
}
