import { defineTexts } from '../../kit/texts.ts';

export const profileTexts = defineTexts(
  {
    language: 'Dil',
    theme: 'Görünüm',
    'theme.system': 'Sistem',
    'theme.light': 'Açık',
    'theme.dark': 'Koyu',
    density: 'Satır sıklığı',
    'density.normal': 'Normal',
    'density.dense': 'Sık',
    absence: 'İzin ve vekâlet',
    keys: 'Tek tuş kısayolları',
    'keys.what': 'J, K, Y gibi tek tuşlar iş görsün. Dikteyle yazıyorsanız kapatın.',
  },
  {
    language: 'Language',
    theme: 'Appearance',
    'theme.system': 'System',
    'theme.light': 'Light',
    'theme.dark': 'Dark',
    density: 'Row density',
    'density.normal': 'Normal',
    'density.dense': 'Dense',
    absence: 'Absence and standing in',
    keys: 'Single-key shortcuts',
    'keys.what': 'Let single keys like J, K, Y act. Turn this off if you dictate.',
  },
);
