import { defineTexts } from '../../kit/texts.ts';

export const columnTexts = defineTexts(
  {
    what: 'Geniş ekranda yan yana, dar ekranda tek satırda gösterilir. Görünümle birlikte saklanır.',
    chosen: 'Gösterilen sütunlar, sırasıyla',
    none: 'Satırlar her zamanki gibi gösteriliyor.',
    add: 'Ekle',
    full: 'En çok {n} sütun gösterilir. Eklemek için birini çıkarın.',
    usual: 'Her zamanki satırlara dön',
    up: 'Öne al: {name}',
    down: 'Sona al: {name}',
    take: 'Çıkar: {name}',
    words: 'Başvuru',
    clock: 'Kalan süre',
  },
  {
    what: 'Side by side on a wide screen, on one line on a narrow one. Kept with the view.',
    chosen: 'Columns shown, in order',
    none: 'The rows look as usual.',
    add: 'Add',
    full: 'At most {n} columns are shown. Take one away to add another.',
    usual: 'Back to the usual rows',
    up: 'Move forward: {name}',
    down: 'Move back: {name}',
    take: 'Take away: {name}',
    words: 'Request',
    clock: 'Time left',
  },
);
