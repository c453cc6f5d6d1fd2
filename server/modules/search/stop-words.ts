/** Folded words that every second sentence holds and nobody looks for; also what an apostrophe cuts off (`Sokak'ta`). */
const STOP_WORDS = new Set(
  `ve veya ya da de ta te ki ile icin mi mu bir bu su o ne her hic gibi kadar daha cok en ama fakat ise diye olarak olan oldu olup
   ben biz siz sen onlar bize size bana beni bizi sizi kendi hem var yok degil evet hayir nin nun in un nda nde ndan nden dan den tan ten
   na ne ya ye yi yu si su i u a e lar ler sa se dir tir
   the a an of to in on at is are it and or for with`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || (word.length === 1 && !/\d/.test(word));
}
