/** The gateways the configuration names. Without an address of its own, each is its provider's real one. */
import type { Config } from '../../kernel/config.ts';
import type { MailGateway, SmsEstimate, SmsGateway } from './gateways/gateway.ts';
import { netgsmGateway } from './gateways/netgsm.ts';
import { NETGSM_RULES, VERIMOR_RULES_WITH_CODE, estimateSegments } from './gateways/segments.ts';
import { smtpGateway } from './gateways/smtp.ts';
import { verimorGateway } from './gateways/verimor.ts';

export interface Gateways {
  sms: SmsGateway | null;
  mail: MailGateway | null;
  senderTitle: string;
}

const TIMEOUT_MS = 20_000;

export interface GatewaySettings {
  config: Config;
  senderTitle: string;
  sender: { name: string; address: string };
  now: () => Date;
}

export function gatewaysInUse({ config, senderTitle, sender, now }: GatewaySettings): Gateways {
  return { sms: smsGateway(config, now), mail: mailGateway(config, sender), senderTitle };
}

function smsGateway({ sms }: Config, now: () => Date): SmsGateway | null {
  const account = {
    username: sms.username,
    password: sms.password,
    kurusPerSegment: sms.kurusPerSegment,
    timeoutMs: TIMEOUT_MS,
    now,
  };
  if (sms.provider === 'none') return null;
  return sms.provider === 'netgsm'
    ? netgsmGateway({ ...account, baseUrl: sms.url ?? 'https://api.netgsm.com.tr' })
    : verimorGateway({ ...account, baseUrl: sms.url ?? 'https://sms.verimor.com.tr', operatorCode: true });
}

function mailGateway({ mail }: Config, sender: { name: string; address: string }): MailGateway | null {
  if (mail.url === null) return null;
  const url = new URL(mail.url);
  const tls = url.protocol === 'smtps:';
  return smtpGateway({
    host: url.hostname,
    port: Number(url.port) || (tls ? 465 : 587),
    security: tls ? 'tls' : isLoopback(url.hostname) ? 'none' : 'starttls',
    ...(url.username && { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }),
    from: { name: sender.name, address: mail.from ?? sender.address },
    instance: 'hemsehri',
    timeoutMs: TIMEOUT_MS,
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

/** What a text will cost, before any provider is asked; the provider's own count replaces it with the receipt. */
export function smsEstimate({ sms }: Config, text: string): SmsEstimate {
  const rules = sms.provider === 'netgsm' ? NETGSM_RULES : VERIMOR_RULES_WITH_CODE;
  return estimateSegments(text, rules, sms.kurusPerSegment);
}
