/** A template that cannot be used: the line (from 1), what is wrong and what to write instead. Stays inside this package. */
export class TemplateMistake extends Error {
  override readonly name = 'TemplateMistake';
  readonly line: number;

  constructor(line: number, problem: string, suggestion: string) {
    super(`${problem}; ${suggestion}`);
    this.line = line;
  }
}
