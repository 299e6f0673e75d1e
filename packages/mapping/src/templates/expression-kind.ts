/** What an expression gives. `truth` and `mixed` may only be tested, never printed or compared: there nunjucks and Jinja2 part. */
export type ExpressionKind = 'text' | 'number' | 'truth' | 'mixed';
