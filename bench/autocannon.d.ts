/** The part of autocannon 9 that the benches use; it comes without types. */
declare module 'autocannon' {
  interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    setupRequest?: (request: object) => object;
  }
  interface Result {
    requests: { average: number };
    latency: { p50: number; p99: number };
    errors: number;
    non2xx: number;
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    amount: number;
    requests: Request[];
  }): Promise<Result>;
}
