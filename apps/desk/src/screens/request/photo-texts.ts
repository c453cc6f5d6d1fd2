import { defineTexts } from '../../kit/texts.ts';

export const photoTexts = defineTexts(
  {
    'of.citizen': 'Fotoğraf {n}, vatandaştan',
    'of.staff': 'Fotoğraf {n}, belediyeden',
    seen: 'Vatandaş görüyor.',
    unseen: 'Vatandaş görmüyor.',
    show: 'Göster',
    hide: 'Gizle',
    add: 'Yapılan işin fotoğrafını ekle',
    who: 'Kim görsün? Yüz, plaka ve çocuk görünüyorsa vatandaşa göstermeyin.',
    'add.seen': 'Ekle, vatandaş da görsün',
    'add.unseen': 'Ekle, yalnız personel görsün',
  },
  {
    'of.citizen': 'Photo {n}, from the citizen',
    'of.staff': 'Photo {n}, from the municipality',
    seen: 'The citizen sees it.',
    unseen: 'The citizen does not see it.',
    show: 'Show',
    hide: 'Hide',
    add: 'Add a photo of the work',
    who: 'Who may see it? Where a face, a number plate or a child shows, keep it from the citizen.',
    'add.seen': 'Add, the citizen sees it',
    'add.unseen': 'Add, for staff only',
  },
);
