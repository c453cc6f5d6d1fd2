/** A reason the database cannot be had that the operator can act on: its message is a whole sentence, shown without a stack. */
export class StartupProblem extends Error {
  override name = 'StartupProblem';
}
