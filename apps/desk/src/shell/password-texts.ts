import { defineTexts } from '../kit/texts.ts';

export const passwordTexts = defineTexts(
  {
    title: 'Parola',
    current: 'Şimdiki parolanız',
    next: 'Yeni parola',
    rule: 'En az 12 karakter; birkaç sözcük yan yana iyi bir paroladır.',
    change: 'Parolamı değiştir',
    changed: 'Parolanız değişti. Öteki oturumlarınız kapandı.',
    first: 'Önce kendi parolanızı seçin',
    'first.why': 'Size verilen ilk parola yalnız bu giriş içindi.',
    leave: 'Oturumu kapat',
    show: 'Parolayı göster ya da gizle',
  },
  {
    title: 'Password',
    current: 'Your current password',
    next: 'New password',
    rule: 'At least 12 characters; a few words side by side make a good one.',
    change: 'Change my password',
    changed: 'Your password is changed. Your other sessions were closed.',
    first: 'First choose a password of your own',
    'first.why': 'The one you were given was for this sign-in only.',
    leave: 'Sign out',
    show: 'Show or hide the password',
  },
);
