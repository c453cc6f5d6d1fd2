export interface NetgsmConfig {
  /** `https://api.netgsm.com.tr`, or a simulator's address. */
  baseUrl: string;
  username: string;
  password: string;
  /** Shown in NetGSM's panel beside our jobs. */
  appName?: string;
  /** Contract price of one part, in kuruş. */
  kurusPerSegment: number;
  timeoutMs: number;
  now: () => Date;
}

export function basicAuth({ username, password }: Pick<NetgsmConfig, 'username' | 'password'>): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
