const istanbul = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' });

/** 'YYYY-MM-DD' in Istanbul, so many days from today by this computer's clock: to ask from and to begin a form with, never to decide by. */
export function dayFromToday(days: number): string {
  return istanbul.format(new Date(Date.now() + days * 86_400_000));
}
