import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Figures of the running process for Prometheus. Labels come from closed lists: route patterns and codes, never from what people type. */
export interface Metrics {
  registry: Registry;
  httpSeconds: Histogram<'method' | 'route' | 'status'>;
  refusals: Counter<'code'>;
  faults: Counter<'where'>;
  messages: Counter<'channel' | 'result'>;
  trackingMisses: Counter<string>;
  outboxWaiting: Gauge<string>;
  messagesDead: Gauge<string>;
  circuitOpen: Gauge<'provider'>;
  routingRulesBroken: Gauge<string>;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'hemsehri_http_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    refusals: new Counter({
      name: 'hemsehri_refusals_total',
      help: 'Expected refusals',
      labelNames: ['code'],
      registers,
    }),
    faults: new Counter({ name: 'hemsehri_faults_total', help: 'Unexpected faults', labelNames: ['where'], registers }),
    messages: new Counter({
      name: 'hemsehri_messages_total',
      help: 'Messages handed to a provider',
      labelNames: ['channel', 'result'],
      registers,
    }),
    trackingMisses: new Counter({
      name: 'hemsehri_tracking_misses_total',
      help: 'Tracking look-ups that found nothing; a steep rise means somebody is guessing',
      registers,
    }),
    outboxWaiting: new Gauge({ name: 'hemsehri_outbox_waiting', help: 'Messages not yet handed over', registers }),
    messagesDead: new Gauge({
      name: 'hemsehri_messages_dead',
      help: 'Messages given up; each waits for a person',
      registers,
    }),
    routingRulesBroken: new Gauge({
      name: 'hemsehri_routing_rules_broken',
      help: 'Rules of routing that name what is no longer there and are passed over until mended',
      registers,
    }),
    circuitOpen: new Gauge({
      name: 'hemsehri_provider_circuit_open',
      help: '1 while a provider is not asked because it keeps failing or refuses the account',
      labelNames: ['provider'],
      registers,
    }),
  };
}
