/** `1 job`, `3 jobs`, `12,000 jobs`. */
export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${amount.toLocaleString('en-GB')} ${amount === 1 ? one : many}`;
