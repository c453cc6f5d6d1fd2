/** In characters. Length is all that is asked of a password; the check, the screens and the command line say the same. */
export const PASSWORD_LENGTH = { shortest: 12, longest: 128 } as const;
