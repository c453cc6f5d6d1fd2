// The calendar's door: Istanbul's days, the holiday table as a value, and due dates that explain themselves.
export type { FeastDays } from './law-2429.ts';
export { officialHolidays } from './law-2429.ts';
export type { HolidayKind, HolidayName, HolidayRow } from './holiday-rows.ts';
export { faultsInHolidayRows, holidayKinds } from './holiday-rows.ts';
export { readHolidayFile } from './holiday-file.ts';
export {
  daysBetween,
  instantAt,
  isDay,
  istanbulDay,
  istanbulTime,
  shiftDay,
  weekdayOf,
  yearOf,
} from './istanbul-time.ts';
export type { BusinessCalendar, WorkingSpan, WorkingWeek } from './business-days.ts';
export { businessCalendar, isBusinessDay, looksIncomplete, officeWeek, whyShut } from './business-days.ts';
export { businessDaysUntil } from './business-days-left.ts';
export { isOfficeOpen } from './office-hours.ts';
export { isOfficeDay, minutesOfWork, officeDaysAway, officeMinutesBefore } from './office-time.ts';
export type { DayStep, StepReason } from './day-steps.ts';
export { addBusinessDays, addCalendarDays } from './day-steps.ts';
export type { Stop } from './stops.ts';
export type { DueDate, DueRequest, DueWarning, Period, TimeUnit } from './due-date.ts';
export { computeDue, timeUnits } from './due-date.ts';
export type { HolidayKey, StoredHoliday, StoredWeek } from './store.ts';
export { calendarInForce, calendarWith, listHolidays, workingWeek } from './queries.ts';
export { removeHoliday, saveHoliday } from './actions/save-holiday.ts';
export { saveWorkingWeek } from './actions/save-working-week.ts';
export { seedHolidays } from './actions/seed-calendar.ts';
