/** The words of a mail as a person reads them: its plain part, decoded (RFC 2045 quoted-printable). What is no mail comes back as it is. */
export function wordsOfMail(source: string): string {
  const plain = /^Content-Type: text\/plain[^]*?\r?\n\r?\n([^]*?)\r?\n--/m.exec(source)?.[1];
  if (plain === undefined) return source;
  const bytes = plain
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').trim();
}
