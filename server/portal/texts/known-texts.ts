// What the house knows of already, said before a citizen files. Turkish first; a missing English text fails the typecheck.
const tr = {
  'known.title': 'Bunu biliyoruz',
  'known.maybe': 'Bunu biliyor olabiliriz',
  'known.lead': 'Yazdığınız yerde şu sorun bize bildirildi. Aynısıysa bitince size haber verelim.',
  'known.expected': 'Beklenen bitiş: {zaman}',
  'known.overdue': 'Çalışma sürüyor. Ne zaman biteceğini henüz söyleyemiyoruz.',
  'known.noEnd': 'Ne zaman biteceği henüz belli değil.',
  'known.everywhere': 'Bütün ilçede',
  'known.tellMe': 'Aynısı: bitince haber ver',
  'known.tellMeHint': 'Size numara verilir; bitince bir kez haber gelir.',
  'known.other': 'Benimki başka, ayrı başvuru',
  'known.check': 'Bilinen sorun',
  'known.checkTold': 'Bu sorunu biliyoruz; bitince size haber vereceğiz.',
  'known.received': 'Bu sorunu biliyoruz. Bildiren herkes için tek çalışma yapılıyor; bitince size de haber vereceğiz.',
  'known.home': 'Bildiğimiz sorunlar',
  'known.homeHint': 'Bunlardan biriyse yazınca sizi ekleriz; bitince haber alırsınız.',
  'thread.said-known-problem': 'Bildiğimiz bir sorun için bildirdiniz; bitince haber vereceğiz.',
} as const;

const en: Record<keyof typeof tr, string> = {
  'known.title': 'We know of this',
  'known.maybe': 'We may know of this',
  'known.lead': 'This problem was reported to us where you wrote. If it is the same, we will tell you when it is over.',
  'known.expected': 'Expected end: {zaman}',
  'known.overdue': 'The work goes on. We cannot say yet when it ends.',
  'known.noEnd': 'Nobody can say yet when it ends.',
  'known.everywhere': 'In the whole district',
  'known.tellMe': 'The same: tell me when it is over',
  'known.tellMeHint': 'You get a number, and word once when it is over.',
  'known.other': 'Mine is another, a request of its own',
  'known.check': 'Known problem',
  'known.checkTold': 'We know of this problem and will tell you when it is over.',
  'known.received':
    'We know of this problem. The work is done once for all who reported it; we will tell you when it is over.',
  'known.home': 'Problems we know of',
  'known.homeHint': 'If yours is one of these, we add you when you write; you hear when it is over.',
  'thread.said-known-problem': 'You reported a problem we know of; we will tell you when it is over.',
};

export const knownTexts = { tr, en };
