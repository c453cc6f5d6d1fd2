import { defineTexts } from '../../../kit/texts.ts';

export const letterTexts = defineTexts(
  {
    preview: 'Resmî yazı olarak gör (PDF)',
    open: 'Resmî yazı (PDF)',
    post: 'Posta için adıyla aç',
    'post.reason': 'Ad neden gösterilsin? Denetim izine yazılır.',
    'post.open': 'Aç',
    ebys: 'İmzalı aslı EBYS’de: {number}, {date}',
    'ebys.add': 'EBYS numarasını yaz',
    'ebys.change': 'EBYS numarasını düzelt',
    'ebys.number': 'EBYS sayısı',
    'ebys.hint': 'İmzalı asıl, belge yönetim sisteminde durur; burası o sistem değildir.',
    'ebys.date': 'EBYS tarihi',
    'ebys.save': 'Kaydet',
  },
  {
    preview: 'See it as an official letter (PDF)',
    open: 'Official letter (PDF)',
    post: 'Open with the name, for the post',
    'post.reason': 'Why show the name? It is written into the audit.',
    'post.open': 'Open',
    ebys: 'Signed original in the EBYS: {number}, {date}',
    'ebys.add': 'Enter the EBYS number',
    'ebys.change': 'Correct the EBYS number',
    'ebys.number': 'EBYS number',
    'ebys.hint': 'The signed original lies in the document system; this is not that system.',
    'ebys.date': 'EBYS date',
    'ebys.save': 'Save',
  },
);
