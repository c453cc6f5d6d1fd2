/** The one way in, and what a form needs to ask before it. */
export { NO_PLACE } from './application.ts';
export type { Application, Person } from './application.ts';
export { checkEmail, checkPerson, checkPhone, checkPlace, checkText } from './checks.ts';
export { receiveRequest } from './receive-request.ts';
