/**
 * A ZIP archive that can be written in pieces, days apart and by different processes (PKWARE APPNOTE 6.3): each piece of the last file is compressed for
 * itself and ends on a byte, so that pieces can be joined. Nothing is kept in memory between them but three numbers. Pure.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** What must be remembered of the file that is being written in pieces. */
export interface OpenFile {
  crc: number;
  /** Bytes before compression, and after. */
  raw: number;
  packed: number;
}

export const NOTHING_YET: OpenFile = { crc: 0, raw: 0, packed: 0 };

/** The first bytes of the archive: whole small files, then the head of the one that follows in pieces. */
export function zipBegin(files: ReadonlyMap<string, string>, last: string): Buffer {
  const whole = [...files].map(([path, content]) => wholeFile(path, content).bytes);
  return Buffer.concat([...whole, localHead(path(last), NOTHING_YET, true)]);
}

/** A piece of the last file. */
export function zipPiece(before: OpenFile, content: string): { bytes: Buffer; file: OpenFile } {
  const raw = Buffer.from(content, 'utf8');
  const bytes = deflateRawSync(raw, { finishFlush: constants.Z_FULL_FLUSH });
  return { bytes, file: grown(before, raw, bytes.length) };
}

/** The last bytes: the end of the last file, and the table of all. @param length of the archive so far. */
export function zipEnd(
  files: ReadonlyMap<string, string>,
  last: string,
  { file, length }: { file: OpenFile; length: number },
): Buffer {
  const end = deflateRawSync(Buffer.alloc(0), { finishFlush: constants.Z_FINISH });
  const done = { ...file, packed: file.packed + end.length };
  const table: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const whole = wholeFile(name, content);
    table.push(tableEntry(path(name), whole.file, { offset, inPieces: false }));
    offset += whole.bytes.length;
  }
  table.push(tableEntry(path(last), done, { offset, inPieces: true }));
  const body = Buffer.concat([end, descriptor(done)]);
  return Buffer.concat([body, ...table, endOfTable(table, length + body.length)]);
}

function grown({ crc, raw, packed }: OpenFile, content: Buffer, bytes: number): OpenFile {
  return { crc: crc32(content, crc), raw: raw + content.length, packed: packed + bytes };
}

function wholeFile(name: string, content: string): { bytes: Buffer; file: OpenFile } {
  const raw = Buffer.from(content, 'utf8');
  const packed = deflateRawSync(raw);
  const file = grown(NOTHING_YET, raw, packed.length);
  return { bytes: Buffer.concat([localHead(path(name), file, false), packed]), file };
}

const path = (name: string): Buffer => Buffer.from(name, 'utf8');

/** Names are UTF-8; of a file in pieces the sizes stand behind it. */
const UTF8 = 0x0800;
const SIZES_BEHIND = 0x0008;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the first day a ZIP knows: when it was made stands in the audit. */
const DAY = 0x0021;

function localHead(name: Buffer, { crc, raw, packed }: OpenFile, inPieces: boolean): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(UTF8 | (inPieces ? SIZES_BEHIND : 0), 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(raw, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, raw, packed }: OpenFile): Buffer {
  const behind = Buffer.alloc(16);
  behind.writeUInt32LE(0x08074b50, 0);
  behind.writeUInt32LE(crc, 4);
  behind.writeUInt32LE(packed, 8);
  behind.writeUInt32LE(raw, 12);
  return behind;
}

function tableEntry(
  name: Buffer,
  { crc, raw, packed }: OpenFile,
  { offset, inPieces }: { offset: number; inPieces: boolean },
): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(UTF8 | (inPieces ? SIZES_BEHIND : 0), 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(raw, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOfTable(table: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(table.length, 8);
  end.writeUInt16LE(table.length, 10);
  end.writeUInt32LE(table.reduce((sum, entry) => sum + entry.length, 0), 12); // prettier-ignore
  end.writeUInt32LE(offset, 16);
  return end;
}
