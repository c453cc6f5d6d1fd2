// The only place that knows Turkish letters: case, order, folding for search, cleaning what people type, masking names.
// Must never be used where security compares secrets: those are compared as bytes.

const FOLDED: Readonly<Record<string, string>> = {
  ...{ İ: 'i', I: 'i', ı: 'i', Ç: 'c', Ğ: 'g', Ö: 'o', Ş: 's', Ü: 'u', Â: 'a', Î: 'i', Û: 'u' },
  ...{ ç: 'c', ğ: 'g', ö: 'o', ş: 's', ü: 'u', â: 'a', î: 'i', û: 'u' },
};
const FOLDABLE = /[İIıÇĞÖŞÜÂÎÛçğöşüâîû]/g;
const DOT_ABOVE = /\u0307/g;
const ROMAN_NUMERAL = /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII)$/;
const collator = new Intl.Collator('tr');

/**
 * The search form of a text: plain lower-case letters, so that `ÇÖKMÜŞ`, `çökmüş` and `cokmus` meet.
 * The database's `tr_fold` does exactly the same steps; an index on one answers a query made by the other.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .toLowerCase()
    .replace(DOT_ABOVE, ''); // a decomposed İ leaves its dot behind as a character of its own
}

/** Lower case by Turkish rules: `IĞDIR` → `ığdır`, `İZMİR` → `izmir`. For people's text, never for codes or addresses. */
export function lower(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('tr').replace(DOT_ABOVE, '');
}

/** Upper case by Turkish rules: `ılıca izmir` → `ILICA İZMİR`. */
export function upper(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('tr');
}

/** First letters large, the rest small: `İNÖNÜ MAHALLESİ'NDE` → `İnönü Mahallesi'nde`. Roman numerals stay as they are. */
export function titleCase(text: string): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => {
    if (ROMAN_NUMERAL.test(word)) return word;
    const [first = '', ...rest] = lower(word);
    return upper(first) + rest.join('');
  });
}

/** Order of the Turkish alphabet (c ç … ı i …), for sorting lists people read. */
export function compare(left: string, right: string): number {
  return collator.compare(left, right);
}

/** The folded words of a text in their order; an apostrophe ends a word, because what follows it is a suffix. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What a person typed, made storable without changing what they said: NFC, one kind of line end, single spaces, ASCII
 * digits, nothing invisible. Line breaks stay. Idempotent.
 */
export function normaliseInput(typed: string): string {
  return asciiDigits(typed.toWellFormed().normalize('NFC'))
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .normalize('NFC'); // removing a character may have put a letter and its mark side by side
}

// Control characters (a NUL is refused by the database), zero-width and direction marks (they hide differences and turn
// text around). A joiner after a pictograph is part of an emoji and stays.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- removing them is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d/gu;

/** Arabic-Indic, Persian and full-width digits as ASCII; everything else unchanged. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit >= '\uff10' ? 0xff10 : 0x0660)) % 16),
  );
}

/**
 * A name as its initials: `E••••• Y••••`. The dots are the same for every name: their count would tell short names apart.
 */
export function initialsMask(name: string): string {
  const parts = normaliseInput(name).split(/\s+/).filter(Boolean);
  return parts.map((part, place) => upper([...part][0] ?? '') + (place === 0 ? '•••••' : '••••')).join(' ');
}

/** A phone number with only the operator's prefix and the last two digits: `0 538 ••• •• 47`; a short code stays whole. */
export function maskPhone(phone: string): string {
  const digits = asciiDigits(phone).replace(/\D/g, '');
  if (digits.length <= 4) return digits;
  const national = digits.replace(/^(?:0090|90(?=\d{10}$)|0)/, '');
  return national.length === 10 ? `0 ${national.slice(0, 3)} ••• •• ${national.slice(-2)}` : `••• ${digits.slice(-2)}`;
}

/** An identity or tax number with its middle hidden: `123*****950`. */
export function maskNationalId(number: string): string {
  return number.length < 7 ? '*'.repeat(number.length) : number.replace(/(?<=^.{3,}).(?=.{3})/g, '*');
}

/** An e-mail address with only the first letter of its name: `e•••@ornek.org`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...address][0]}•••${address.slice(at)}`;
}
