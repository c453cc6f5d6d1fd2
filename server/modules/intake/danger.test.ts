import { expect, test } from 'vitest';
import { soundsDangerous } from './danger.ts';

test.each([
  'Apartmanda gaz kokusu var',
  'GAZ KAÇAĞI VAR',
  'dogalgaz borusu patladi',
  'Yangın var!',
  'yol çöktü araba düştü',
  'Bina yıkılıyor',
  'Göçük altında kalan var',
  'kaza oldu yaralılar var',
  'elektrik kablosu koptu yerde duruyor',
  'Asansörde mahsur kaldık',
  'Silah sesleri geliyor',
])('sends to 112 first: %s', (text) => {
  expect(soundsDangerous(text)).toBe(true);
});

test.each([
  'Kaldırım çökmüş, bebek arabası geçmiyor',
  'Gazete bayisi kaldırımı işgal ediyor',
  'Gazi Caddesi süpürülmüyor',
  'Yaralı kedi var, ayağı kırık',
  'Çöpler üç gündür alınmadı',
  'Elektrik faturası hakkında bilgi',
  '',
])('does not frighten: %s', (text) => {
  expect(soundsDangerous(text)).toBe(false);
});
