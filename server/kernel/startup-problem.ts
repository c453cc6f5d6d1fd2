/** A reason this process cannot start that the operator can act on: its message is a whole sentence, shown without a stack. */
export class StartupProblem extends Error {
  override name = 'StartupProblem';
}
