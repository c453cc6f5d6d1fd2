// The forms a folded Turkish word may have come from. Not grammar: suffixes are taken off by their letters alone, in any
// order, because people type without Turkish letters and vowel harmony is then gone. Whoever matches words compares sets.

/** The shortest stem worth comparing: two letters (su, ev, is) stand for too many words. */
const SHORTEST = 3;

// Folded suffixes, longest first within a family: plural, possession, case, copula, person, derivation, verb.
const SUFFIXES = [
  ...['lar', 'ler', 'lari', 'leri', 'larim', 'lerim'],
  ...['imiz', 'umuz', 'iniz', 'unuz', 'miz', 'muz', 'niz', 'nuz', 'si', 'su', 'im', 'um', 'in', 'un', 'm', 'n'],
  ...[
    'i',
    'u',
    'e',
    'a',
    'yi',
    'yu',
    'ye',
    'ya',
    'ni',
    'nu',
    'ne',
    'na',
    'nin',
    'nun',
    'de',
    'da',
    'te',
    'ta',
    'nde',
    'nda',
  ],
  ...['den', 'dan', 'ten', 'tan', 'nden', 'ndan', 'le', 'la', 'yle', 'yla', 'ki', 'ca', 'ce'],
  ...['dir', 'dur', 'tir', 'tur', 'yim', 'yum', 'yiz', 'iz', 'uz', 'siz', 'suz', 'siniz', 'sunuz', 'mi', 'mu'],
  ...['li', 'lu', 'lik', 'luk', 'lig', 'lug', 'ci', 'cu', 'lan', 'len', 'las', 'les', 'lat', 'let'],
  ...[
    'di',
    'du',
    'ti',
    'tu',
    'dik',
    'duk',
    'tik',
    'tuk',
    'dig',
    'dug',
    'tig',
    'tug',
    'mis',
    'mus',
    'iyor',
    'uyor',
    'yor',
    'iyo',
    'uyo',
  ],
  ...[
    'r',
    'ar',
    'er',
    'ir',
    'ur',
    'mez',
    'maz',
    'me',
    'ma',
    'mek',
    'mak',
    'meg',
    'mag',
    'ecek',
    'acak',
    'eceg',
    'acag',
    'yecek',
    'yacak',
  ],
  ...[
    'meli',
    'mali',
    'se',
    'sa',
    'sin',
    'sun',
    'sinlar',
    'en',
    'an',
    'yen',
    'yan',
    'ip',
    'up',
    'yip',
    'erek',
    'arak',
    'ince',
    'unca',
  ],
  ...['il', 'ul', 't', 'dirt', 'ebil', 'abil', 'k', 'lim', 'elim', 'alim'],
];

// Words whose end only looks like a suffix; taking it off would make another word of them.
const WHOLE = new Set(
  `kaldirim kaldirimi asfalt kara kari karsi karton kartal kasa kasap kapi kapak yolcu yolda bina bank borcu boru koku kopru
  parke parsel pazar perde plan protez levha lamba masa mama mera sela sela kira kirik konut konser kurs kursun tasit tasdik
  tarih tarim tarife tadilat adres arsa arazi araba arac bahce balkon belediye belge burs cadde cam cami cami cevre cati
  damar dere deri durak duman duvar emekli engelli esya fidan fiyat havuz hafriyat iskan iskele isim istasyon kanal kanalizasyon
  kasis kaza kazi kedi kopek kure kuru lokanta mahalle market merdiven metro mezar misir muhtar nikah ogrenci otobus otopark
  oyun pislik rampa randevu rayic ruhsat sahil salon sanat sandalye sayac seyyar sicil sokak soba sulama taksi taksit tabela
  temel temiz tezgah trafik trafo uygulama vergi yagmur yangin yardim yatak yaya zabita ilan ilac imar iade insan insaat izgara
  masal halis alti aldi yeri yine gece gibi daha hangi hepsi simdi bizim benim kendi evet hayir zaman kadar sonra kalem kale
  karin karinca kardes kargo karpuz karne karanlik karar karisik kalas takip konteyner konut kola kolon komur koltuk`
    .split(/\s+/)
    .filter(Boolean),
);

const known = new Set(SUFFIXES);
const LONGEST = Math.max(...SUFFIXES.map((suffix) => suffix.length));

/**
 * The word itself and every stem it may have, longest first: `copleri` → copleri, copler, cople, cop. A softened last
 * consonant is hardened too (`kopeg` → `kopek`).
 */
export function stemsOf(word: string): string[] {
  if (word.length <= SHORTEST || WHOLE.has(word) || /\d/.test(word)) return [word];
  const stems = [word];
  const reachable = new Set([word.length]); // cut positions from which only suffixes follow
  for (let cut = word.length - 1; cut >= SHORTEST; cut--) {
    if (!endsInSuffixes(word, cut, reachable)) continue;
    reachable.add(cut);
    const stem = word.slice(0, cut);
    if (!/[aeiou]/.test(stem)) continue;
    stems.push(stem);
    const hard = hardened(stem);
    if (hard !== stem) stems.push(hard);
    if (WHOLE.has(stem) || WHOLE.has(hard)) break; // nothing shorter is meant
  }
  return stems;
}

function endsInSuffixes(word: string, cut: number, reachable: ReadonlySet<number>): boolean {
  for (let end = cut + 1; end <= Math.min(word.length, cut + LONGEST); end++) {
    if (reachable.has(end) && known.has(word.slice(cut, end))) return true;
  }
  return false;
}

const HARD: Readonly<Record<string, string>> = { g: 'k', b: 'p', d: 't' };

function hardened(stem: string): string {
  const hard = HARD[stem.at(-1) ?? ''];
  return hard ? stem.slice(0, -1) + hard : stem;
}
