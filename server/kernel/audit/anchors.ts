/**
 * Anchors: the head of the chain, written down outside the database once a day. Whoever may write the database could compute a chain anew or
 * cut its end; the anchor they cannot reach tells. One line each, so that it can be printed, mailed and read aloud.
 */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Anchor {
  /** `restored`: a backup was put back; the chain goes on from here, and what was anchored beyond it is lost and known to be. */
  kind: 'anchor' | 'restored';
  at: Date;
  seq: number;
  hash: Buffer;
}

export class AnchorFileProblem extends Error {
  override readonly name = 'AnchorFileProblem';
}

const LINE = /^(anchor|restored) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d+) ([0-9a-f]{64})$/;

export function anchorLine({ kind, at, seq, hash }: Anchor): string {
  return `${kind} ${at.toISOString()} ${seq} ${hash.toString('hex')}`;
}

/** @throws AnchorFileProblem naming the first line that is none: a file that cannot be read proves nothing. */
export function readAnchorLines(text: string): Anchor[] {
  return text.split(/\r?\n/).flatMap((line, place) => {
    if (line.trim() === '') return [];
    const [, kind, at, seq, hash] = LINE.exec(line.trim()) ?? [];
    if (kind === undefined) throw new AnchorFileProblem(`line ${place + 1} of the anchors is no anchor`);
    return [{ kind: kind as Anchor['kind'], at: new Date(at!), seq: Number(seq), hash: Buffer.from(hash!, 'hex') }];
  });
}

/** A restore overrides the anchors written before it that lie beyond it, and no others. */
export function anchorsThatHold(anchors: readonly Anchor[]): Anchor[] {
  return anchors.filter(
    (anchor, place) => !anchors.slice(place + 1).some(({ kind, seq }) => kind === 'restored' && seq < anchor.seq),
  );
}

/** Missing is empty: nothing was anchored yet. */
export async function readAnchorFile(path: string): Promise<Anchor[]> {
  try {
    return readAnchorLines(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}

/** On the disk when it returns. */
export async function appendAnchor(path: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o750 });
  const file = await open(path, 'a', 0o640);
  try {
    await file.writeFile(`${anchorLine(anchor)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
