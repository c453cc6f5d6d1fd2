import { defineTexts } from '../../kit/texts.ts';

export const exportTexts = defineTexts(
  {
    title: 'Listeyi dosya olarak al',
    why: 'Neden alıyorsunuz?',
    logged: 'Kim, ne zaman, hangi süzgeçle, neden aldı: denetim kaydına yazılır.',
    format: 'Dosya türü',
    xlsx: 'Excel (XLSX)',
    csv: 'CSV',
    columns: 'Sütunlar: {n}',
    personal: 'Ad, telefon ve e-posta açık yazılsın',
    'personal.logged': 'İşaretlenmezse maskelidir. Açık yazılan her kişi ayrıca kaydedilir.',
    go: 'Dosyayı hazırla',
    close: 'Kapat',
    fetch: 'Dosyayı indir ({n} kayıt)',
    kept: 'Birkaç gün saklanır; yalnızca siz indirebilirsiniz.',
  },
  {
    title: 'Take the list as a file',
    why: 'What do you need it for?',
    logged: 'Who took it, when, with which filter and why is written into the audit.',
    format: 'Kind of file',
    xlsx: 'Excel (XLSX)',
    csv: 'CSV',
    columns: 'Columns: {n}',
    personal: 'Names, phones and addresses in the clear',
    'personal.logged': 'Masked otherwise. Each person written in the clear is recorded as well.',
    go: 'Make the file',
    close: 'Close',
    fetch: 'Download the file ({n} records)',
    kept: 'Kept for some days; only you can download it.',
  },
);
