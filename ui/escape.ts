/** Text that people or records supplied, made safe inside SVG, HTML and attribute values. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and the like, which XML 1.0 (section 2.2) can't carry: one of these in a name makes a browser refuse the whole picture. */
const unprintable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

export function escapeMarkup(text: string): string {
  return text.replace(unprintable, '').replace(/[&<>"']/g, (sign) => entities[sign]!);
}
