import { defineTexts } from '../../../kit/texts.ts';

export const previewTexts = defineTexts(
  {
    title: 'Vatandaşın göreceği',
    empty: 'Metni yazdıkça burada görünür.',
    page: 'Takip sayfası',
    message: 'İleti',
    sms: 'SMS',
    email: 'E-posta',
    'to.sms': 'SMS gidecek numara: {address}',
    'to.email': 'E-posta gidecek adres: {address}',
    leavesAt: 'gece gönderilmez, {time}',
    cost: '{segments} SMS · {characters} karakter · yaklaşık {cost}',
    'notTold.nobody-to-tell': 'İleti gitmez: vatandaş haber istememiş. Yanıt takip sayfasında durur.',
    'notTold.partner-tells': 'İleti gitmez: yanıtı CİMER iletir.',
    'notTold.duplicate-of-another': 'İleti gitmez: öteki başvurusu yanıtlanıyor.',
    'notTold.danger-at-home': 'İleti gitmez: telefonu başkası görebilir. Yanıt takip sayfasında durur.',
    'notTold.others-at-work':
      'Şimdi ileti gitmez: başka müdürlükler hâlâ çalışıyor. Yanıtınız takip sayfasında görünür.',
  },
  {
    title: 'What the citizen will see',
    empty: 'It appears here as you write.',
    page: 'Tracking page',
    message: 'Message',
    sms: 'SMS',
    email: 'E-mail',
    'to.sms': 'SMS to: {address}',
    'to.email': 'E-mail to: {address}',
    leavesAt: 'not at night, {time}',
    cost: '{segments} SMS · {characters} characters · about {cost}',
    'notTold.nobody-to-tell': 'No message: the citizen wanted none. The answer stands on the tracking page.',
    'notTold.partner-tells': 'No message: CİMER passes the answer on.',
    'notTold.duplicate-of-another': 'No message: the other request is answered.',
    'notTold.danger-at-home': 'No message: others may see the phone. The answer stands on the tracking page.',
    'notTold.others-at-work':
      'No message yet: other directorates are still at work. Your answer shows on the tracking page.',
  },
);
