/** The template as Jinja2 reads it: every line break is "\n", and one at the end is dropped (its keep_trailing_newline is off by default). */
export const normaliseSource = (source: string): string => source.replace(/\r\n?/g, '\n').replace(/\n$/, '');
