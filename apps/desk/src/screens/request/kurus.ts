/** An amount as people in Turkey write it (`1.250,50`, `125`, `125,5`) in kuruş; null when it is none. Never a floating point. */
export function kurusOf(typed: string): number | null {
  const plain = typed.replace(/\s|TL|₺/gu, '');
  const found = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/u.exec(plain);
  if (found === null) return null;
  const [, lira = '0', kurus = ''] = found;
  return Number(lira.replaceAll('.', '')) * 100 + Number(kurus.padEnd(2, '0'));
}
