import { stripVTControlCharacters } from 'node:util';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

const widthOf = (text: string): number => [...stripVTControlCharacters(text)].length;

/** Rows under their titles, columns as wide as their widest cell, two blanks between them; a colour in a cell does not count. No line ends in blanks. */
export const renderTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  title: (text: string) => string = (text) => text,
): string => {
  const widths = columns.map((column, at) => Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, at) => {
        const cell = cells[at] ?? '';
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return column.align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => title(column.title))), ...rows.map(line)].join('\n');
};
