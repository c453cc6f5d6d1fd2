/** Whether an absence would close a circle of people who stand in for one another: then the work of all of them would be nobody's. Pure. */

interface Days {
  /** Both are days away: 'YYYY-MM-DD'. */
  from: string;
  to: string;
}

export interface StandInDays extends Days {
  staffId: string;
  delegateId: string | null;
}

/** The first days on which everybody in the circle would be away; null: there is none. */
export function circleDays(given: StandInDays, others: readonly StandInDays[]): Days | null {
  return follow({ who: given.delegateId, days: given, seen: [] });

  function follow({ who, days, seen }: { who: string | null; days: Days; seen: readonly string[] }): Days | null {
    if (who === null || seen.includes(who)) return null;
    if (who === given.staffId) return { from: days.from, to: days.to };
    for (const other of others.filter(({ staffId }) => staffId === who)) {
      const both = common(days, other);
      const found = both && follow({ who: other.delegateId, days: both, seen: [...seen, who] });
      if (found) return found;
    }
    return null;
  }
}

function common(one: Days, other: Days): Days | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}
