import { describe, expect, test } from 'vitest';
import { dangerWords } from './danger-words.ts';

describe('danger to life is seen in', () => {
  test.each([
    ['Apartmanda gaz kokusu var', 'gaz kokusu'],
    ['dogalgaz kacagi olabilir', 'gaz kokusu'],
    ['YANGIN ÇIKTI', 'yangın'],
    ['bina çöktü', 'çöktü'],
    ['yol cokmus araba dustu', 'çöktü'],
    ['göçük altında işçiler var', 'göçük'],
    ['elektrik kabloları yere sarkıyor', 'elektrik kablosu'],
    ['elektrik teli kopmus yerde', 'elektrik kablosu'],
    ['direkten kablo koptu', 'kopuk kablo'],
    ['kaza oldu yaralılar var', 'yaralı'],
    ['köpek çocuğu yaraladı', 'yaralı'],
    ['asansörde mahsur kaldık', 'mahsur'],
    ['silahla ates ediyorlar', 'silah'],
    ['SİLAHLI kavga', 'silah'],
    ['kendime zarar vereceğim intihar', 'intihar'],
    ['kocam beni öldürecek', 'ölümle tehdit'],
    ['bic\u0327ak çekti birine', 'bıçak'],
  ])('%j: %s', (text, shown) => expect(dangerWords(text)).toContain(shown));
});

describe('and not in', () => {
  test.each([
    'yaralı köpek var',
    'yarali bir kedi buldum, çocuklar uzaktan bakıyor',
    'kedi ağaçta mahsur kaldı',
    'köpek kan kaybediyor',
    'Harmandalı Gazi Mustafa Kemal Atatürk Mahallesi',
    'doğal gaz kazısından sonra yol bozuk',
    'dogalgaz icin kazdilar',
    'gazete dağıtıcısı',
    'yangın merdiveni kapalı',
    'Silahtarağa caddesi',
    'çok çöp var, sinek çok',
    'sorunlarımız çoktur',
    'su borusu patladı',
    'lastiğim patladı',
    'duvar yazısı var',
    'Kaldırım çökmüş, bebek arabası geçmiyor',
    'internet kablosu için kazdılar',
    '',
  ])('%j', (text) => expect(dangerWords(text)).toEqual([]));
});
