import { styleText } from 'node:util';

/** Colours with a meaning. Without colours every function gives its text back. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  dim(text: string): string;
  strong(text: string): string;
}

/** Whether to colour what goes to a stream: never with `--no-color` or NO_COLOR, always with FORCE_COLOR, else on a terminal only. */
export const wantsColor = (options: { readonly flag: boolean; readonly env: NodeJS.ProcessEnv; readonly terminal: boolean }): boolean => {
  const { NO_COLOR: none, FORCE_COLOR: force } = options.env;
  if (!options.flag || (none !== undefined && none !== '')) return false;
  if (force !== undefined && force !== '' && force !== '0') return true;
  return options.terminal;
};

export const createPaint = (enabled: boolean): Paint => {
  const style = (format: 'green' | 'red' | 'yellow' | 'dim' | 'bold') => (text: string) =>
    enabled ? styleText(format, text, { validateStream: false }) : text;
  return { good: style('green'), bad: style('red'), warn: style('yellow'), dim: style('dim'), strong: style('bold') };
};
