// The stem under which a folded Turkish word is kept and looked for, so that `çöpler`, `copu` and `çöplerimizden` meet. Not grammar: people type
// without Turkish letters, and vowel harmony is then gone. What counts is that every form of a word ends at the same letters; that two
// words may end there too is why what matches to the letter is shown first.

/** Two letters stand for too many words; only verbs are followed so far (`alınmadı` → `al`). */
const SHORTEST = 3;
const SHORTEST_VERB = 2;

// Words whose end only looks like a suffix, and which are too frequent to be thrown together with what would be left of them.
const WHOLE = new Set(
  `adres alti araba arac arazi arka arkasi bahce banka bina borc cadde cami cephe cevre cati daire dere durak duran duvar emekli
   engelli esya fatura firin gece giris hala hali hane hasta havuz ilac insan insaat isik isyer kadar kanal kapak kapi kara karar kardes kari
   karsi kasa kayip kaza kedi kira kisi konu kopru konteyner kose kurban kurs kurum lamba levha mahalle makina market masa mezar minibus moloz muhtar
   numara okul onu otobus otopark oyun pazar para park parke rampa rogar ruhsat sabah salon sene servis sinir site sokak sulama su taksi
   tabela tarih tarla telefon temiz terminal trafik tuvalet ust usttu vergi yagmur yaka yangin yapi yardim yasli yaya yazi yeni yesil
   yine yol yolcu zabita zaman merdiven metin koku boru direk kablo ekip hizmet memur mudur mudurluk belediye baskan baskanlik
   vatandas sikayet basvuru talep oneri ihbar bilgi belge evrak dilekce karar itiraz icme kanalizasyon hafriyat kaldirim asfalt refuj kavsak
   meydan bulvar sahil liman ada adasi ceza pil pis kir kirli kus bocek fare yilan sinek sivrisinek hasere kopek`.split(
    /\s+/,
  ),
);

// Longest first, so that what is taken off is taken off whole.
const byLength = (suffixes: string) => suffixes.split(/\s+/).sort((one, other) => other.length - one.length);

/** Plural, possession, case and what may follow them. */
const OF_NOUNS = byLength(
  `lar ler lari leri larin lerin larim lerim larimiz lerimiz lariniz leriniz
   imiz umuz iniz unuz miz muz niz nuz si su im um in un i u e a yi yu ye ya yin yun ni nu ne na nin nun sin sun sini sunu
   sinin sunun sinde sunda sinden sundan sine suna inin unun inde unda inden undan ine una ini unu
   de da te ta nde nda den dan ten tan nden ndan le la yle yla dir dur tir tur deki daki teki taki ndeki ndaki`,
);

/** Tense, person, negation, and the participles that stand before case endings. */
const OF_VERBS = byLength(
  `iyor uyor yor iyo uyo iyorlar uyorlar iyorsunuz uyorsunuz iyoruz uyoruz iyorum uyorum iyordu uyordu miyor muyor miyorlar muyorlar
   miyo muyo miyoruz muyoruz
   di du dim dum dik duk diniz dunuz diler dular madi medi madik medik madilar mediler
   mis mus misti mustu mislar musler mamis memis maz mez mazlar mezler
   ecek acak yecek yacak ecekler acaklar meyecek mayacak ecegi acagi eceg acag
   digi dugu digim dugum diginden dugundan digini dugunu madigi medigi madigindan medigi diginde dugunda
   mek mak meyi mayi mesi masi mesini masini mesine masina meden madan memesi mamasi
   en an yen yan enler anlar meyen mayan meyenler mayanlar ilen ilan ulan
   ma me mam mem
   ip up yip yup erek arak yerek yarak ince unca irken urken arken erken
   meli mali melidir malidir sin sinlar sinler sun sunlar sa se sak sek ir ur irler urler`,
);
/** The past tense after a hard consonant; after another letter `ti` belongs to the word (`toplantı`). */
const HARD_PAST = byLength('ti tu tim tum tik tuk tiniz tunuz tiler tular tigi tugu tiginden tugundan');
/** Passive and causative; one letter only after a vowel (`yıka-n`). */
const VOICE = byLength('il in un ul dir dur tir tur');
const VOICE_AFTER_VOWEL = /(?<=[aeiou])[nlt]$/;

const VOWEL = /[aeiou]/;
const HARD_END = /[ckfhpst]$/;
const SOFTENED: Readonly<Record<string, string>> = { g: 'k', b: 'p', d: 't' };

const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The stem of a folded word; a number and a short word are their own. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = /\d/.test(word) || word.length <= SHORTEST ? word : (wholeWord(word) ?? reduced(word));
  // What people type has no end; a map that grows for ever is not a cache.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, stem);
  return stem;
}

const LONGEST_SUFFIX = 12;
const ANY_SUFFIX = new Set([...OF_NOUNS, ...OF_VERBS, ...HARD_PAST, ...VOICE]);

/** The longest whole word this one begins with, if nothing but suffixes follows it. */
function wholeWord(word: string): string | undefined {
  // Places from which only suffixes follow, found from the end.
  const places = new Set([word.length]);
  let found: string | undefined;
  for (let place = word.length; place >= 2; place -= 1) {
    if (place < word.length && !leadsOn(word, place, places)) continue;
    places.add(place);
    const begin = word.slice(0, place);
    found ??= [begin, hardened(begin)].find((each) => WHOLE.has(each));
  }
  return found;
}

function leadsOn(word: string, place: number, places: ReadonlySet<number>): boolean {
  return [...places].some((end) => end - place <= LONGEST_SUFFIX && ANY_SUFFIX.has(word.slice(place, end)));
}

function reduced(word: string): string {
  let stem = word;
  for (let next = shortened(stem); next !== undefined; next = shortened(stem)) stem = next;
  return stem === word ? stem : hardened(stem);
}

function shortened(word: string): string | undefined {
  const ofNoun = OF_NOUNS.find((each) => isSuffix(word, each, SHORTEST));
  const ofVerb =
    OF_VERBS.find((each) => isSuffix(word, each, SHORTEST_VERB)) ??
    HARD_PAST.find((each) => isSuffix(word, each, SHORTEST_VERB) && HARD_END.test(word.slice(0, -each.length)));
  if (ofVerb !== undefined && ofVerb.length >= (ofNoun?.length ?? 0)) return verbRoot(word.slice(0, -ofVerb.length));
  return ofNoun === undefined ? undefined : word.slice(0, -ofNoun.length);
}

function verbRoot(root: string): string {
  const voice = VOICE.find((each) => isSuffix(root, each, SHORTEST_VERB));
  if (voice !== undefined) return root.slice(0, -voice.length);
  return root.length > SHORTEST ? root.replace(VOICE_AFTER_VOWEL, '') : root;
}

function isSuffix(word: string, suffix: string, shortest: number): boolean {
  if (!word.endsWith(suffix)) return false;
  const rest = word.slice(0, -suffix.length);
  return rest.length >= shortest && VOWEL.test(rest);
}

/** `kopeg` → `kopek`: a last consonant softens before a suffix. */
function hardened(stem: string): string {
  const hard = SOFTENED[stem.at(-1) ?? ''];
  return hard === undefined ? stem : stem.slice(0, -1) + hard;
}
