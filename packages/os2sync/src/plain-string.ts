/**
 * The text of a string answer. OS2sync sends strings bare or as a JSON string, depending on what the request accepts and what sits
 * in between (facts/os2sync.md §1.3).
 */
export const plainString = (body: string): string => {
  const trimmed = body.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  try {
    const parsed: unknown = JSON.parse(trimmed);
    return typeof parsed === 'string' ? parsed.trim() : trimmed;
  } catch {
    return trimmed;
  }
};
