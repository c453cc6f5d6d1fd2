import { defineTexts } from '../../kit/texts.ts';

export const revealTexts = defineTexts(
  {
    why: 'Neden görmeniz gerekiyor?',
    calling: 'Geri arayacağım',
    called: 'Aradı',
    check: 'Kimlik doğrulama',
    other: 'Başka bir neden',
    words: 'Nedeni yazın',
    logged: 'Adınız, nedeniniz ve saat kayda geçer.',
    show: 'Bir dakika göster',
    hide: 'Gizle ({n})',
    busy: 'Açılıyor…',
    nothing: 'Verilmemiş',
  },
  {
    why: 'Why do you need to see it?',
    calling: 'I will call back',
    called: 'They called',
    check: 'Checking identity',
    other: 'Another reason',
    words: 'Write the reason',
    logged: 'Your name, your reason and the time are recorded.',
    show: 'Show for a minute',
    hide: 'Hide ({n})',
    busy: 'Opening…',
    nothing: 'Not given',
  },
);
