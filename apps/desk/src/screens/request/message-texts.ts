import { defineTexts } from '../../kit/texts.ts';

/** How far a message has come, in words. */
export const messageTexts = defineTexts(
  {
    'channel.sms': 'SMS',
    'channel.email': 'E-posta',
    'state.queued': 'sırada',
    'state.sending': 'gönderiliyor',
    'state.unknown': 'gönderildi mi belli değil; sorulacak',
    'state.accepted': 'sağlayıcıda',
    'state.sent': 'yolda',
    'state.delivered': 'ulaştı',
    'state.failed': 'ulaşmadı',
    'state.expired': 'süresi doldu',
    'state.dead': 'gönderilemedi; birinin bakması gerekiyor',
    'state.cancelled': 'iptal edildi',
  },
  {
    'channel.sms': 'SMS',
    'channel.email': 'E-mail',
    'state.queued': 'waiting',
    'state.sending': 'sending',
    'state.unknown': 'not known whether it was sent; will be asked',
    'state.accepted': 'with the provider',
    'state.sent': 'on its way',
    'state.delivered': 'arrived',
    'state.failed': 'did not arrive',
    'state.expired': 'expired',
    'state.dead': 'could not be sent; somebody must look',
    'state.cancelled': 'cancelled',
  },
);
