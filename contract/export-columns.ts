// The columns an exported list may have: their heads, which hold personal data, and which are there where nothing else was chosen.

export const EXPORT_COLUMNS = {
  number: { tr: 'Başvuru no', en: 'Number' },
  received: { tr: 'Geliş', en: 'Received' },
  channel: { tr: 'Geliş yolu', en: 'Channel' },
  kind: { tr: 'Türü', en: 'Kind' },
  topic: { tr: 'Konu', en: 'Topic' },
  text: { tr: 'Ne oldu', en: 'What happened' },
  state: { tr: 'Durum', en: 'State' },
  outcome: { tr: 'Sonuç', en: 'Outcome' },
  directorate: { tr: 'Müdürlük', en: 'Directorate' },
  unit: { tr: 'Birim', en: 'Unit' },
  person: { tr: 'Kimde', en: 'With whom' },
  neighbourhood: { tr: 'Mahalle', en: 'Neighbourhood' },
  street: { tr: 'Sokak', en: 'Street' },
  door: { tr: 'Kapı', en: 'Door' },
  place: { tr: 'Tarif', en: 'Description' },
  latitude: { tr: 'Enlem', en: 'Latitude' },
  longitude: { tr: 'Boylam', en: 'Longitude' },
  promised: { tr: 'Söz', en: 'Promised for' },
  due: { tr: 'Son gün', en: 'Due' },
  firstResponse: { tr: 'İlk yanıt', en: 'First response' },
  concluded: { tr: 'Sonuçlanma', en: 'Concluded' },
  external: { tr: 'Kurum no', en: 'External number' },
  photos: { tr: 'Fotoğraf', en: 'Photos' },
  name: { tr: 'Başvuran', en: 'Citizen' },
  phone: { tr: 'Telefon', en: 'Phone' },
  email: { tr: 'E-posta', en: 'E-mail' },
} as const;
export type ColumnName = keyof typeof EXPORT_COLUMNS;

/** Whose cells hold personal data: masked, or in the clear where that was asked for and may be. */
export const PERSONAL_COLUMNS: readonly ColumnName[] = ['name', 'phone', 'email'];

export const USUAL_COLUMNS: readonly ColumnName[] = [
  ...(['number', 'received', 'channel', 'kind', 'topic', 'text', 'state', 'outcome', 'directorate', 'person'] as const),
  ...(['neighbourhood', 'street', 'door', 'place', 'promised', 'due', 'concluded', 'photos', 'name', 'phone'] as const),
];
